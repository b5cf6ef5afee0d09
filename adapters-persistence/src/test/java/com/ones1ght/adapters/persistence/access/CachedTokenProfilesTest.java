package com.ones1ght.adapters.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedTokenProfilesTest {

    private final StorageFixture storage = PostgresStorage.withEmptyQueue();
    private final AtomicLong nanos = new AtomicLong();
    private final CachedTokenProfiles profiles =
            new CachedTokenProfiles(TestDatabase.shared().sql(), nanos::get);
    private final Profile profile = storage.aProfile();

    private boolean exists() {
        return profiles.exists(profile.owner(), profile.id());
    }

    private void erase() {
        storage.inTransaction(() -> storage.profiles().erase(profile.owner(), profile.id(), StorageFixture.NOW));
    }

    @Test
    void profileShouldExistForItsOwnerAlone() {
        Owner stranger = storage.anotherLineOf(profile.owner().tenant());

        assertThat(exists()).isTrue();
        assertThat(profiles.exists(stranger, profile.id())).isFalse();
        assertThat(profiles.exists(storage.anOwner(), profile.id())).isFalse();
        assertThat(profiles.exists(profile.owner(), new ProfileId(UUID.randomUUID())))
                .isFalse();
    }

    @Test
    void erasureShouldBeSeenAtOnceByANodeThatKnowsOfIt() {
        assertThat(exists()).isTrue();
        erase();
        assertThat(exists()).as("not read for each request").isTrue();

        profiles.forget();

        assertThat(exists()).isFalse();
    }

    @Test
    void erasureShouldBeSeenInTheEndByANodeThatMissedIt() {
        assertThat(exists()).isTrue();
        erase();

        nanos.addAndGet(Duration.ofSeconds(30).toNanos());

        assertThat(exists()).isFalse();
    }
}
