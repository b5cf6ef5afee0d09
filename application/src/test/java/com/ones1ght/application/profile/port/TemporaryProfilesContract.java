package com.ones1ght.application.profile.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.profile.port.TemporaryProfiles.Temporary;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.domain.profile.Profile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all {@link TemporaryProfiles} do. */
public interface TemporaryProfilesContract {

    /** Long before what other tests leave behind. */
    Instant END = Instant.parse("2001-04-29T05:28:08Z");

    StorageFixture fixture();

    TemporaryProfiles profiles(StorageFixture storage);

    private static Temporary named(Profile profile) {
        return new Temporary(profile.owner(), profile.id());
    }

    @Test
    default void aTemporaryProfileIsFoundAfterItsEnd() {
        StorageFixture storage = fixture();
        TemporaryProfiles profiles = profiles(storage);
        Profile one = storage.aProfile();
        Profile other = storage.aProfile();
        Profile lasting = storage.aProfile();
        profiles.add(one.owner(), one.id(), END);
        profiles.add(other.owner(), other.id(), END.minusSeconds(1));
        profiles.prolong(lasting.owner(), lasting.id(), END);

        assertThat(profiles.usableBefore(END.minusSeconds(1), 10)).isEmpty();
        assertThat(profiles.usableBefore(END, 10)).containsExactly(named(other));
        assertThat(profiles.usableBefore(END.plusMillis(1), 10)).containsExactly(named(other), named(one));
        assertThat(profiles.usableBefore(END.plusMillis(1), 1)).containsExactly(named(other));
        erase(storage, List.of(one, other));
    }

    @Test
    default void theLatestTokenDecides() {
        StorageFixture storage = fixture();
        TemporaryProfiles profiles = profiles(storage);
        Profile profile = storage.aProfile();
        profiles.add(profile.owner(), profile.id(), END);

        profiles.prolong(profile.owner(), profile.id(), END.plusSeconds(60));
        profiles.prolong(profile.owner(), profile.id(), END.plusSeconds(30));
        profiles.prolong(storage.anOwner(), profile.id(), END.plusSeconds(90));

        assertThat(profiles.usableBefore(END.plusSeconds(60), 10)).isEmpty();
        assertThat(profiles.usableBefore(END.plusSeconds(61), 10)).containsExactly(named(profile));
        erase(storage, List.of(profile));
    }

    @Test
    default void anErasedProfileIsFoundNoMore() {
        StorageFixture storage = fixture();
        TemporaryProfiles profiles = profiles(storage);
        Profile profile = storage.aProfile();
        profiles.add(profile.owner(), profile.id(), END);

        erase(storage, List.of(profile));
        profiles.add(profile.owner(), profile.id(), END);

        assertThat(profiles.usableBefore(END.plusSeconds(1), 10)).isEmpty();
    }

    private static void erase(StorageFixture storage, List<Profile> erased) {
        erased.forEach(profile -> storage.inTransaction(
                () -> storage.profiles().erase(profile.owner(), profile.id(), StorageFixture.NOW)));
    }
}
