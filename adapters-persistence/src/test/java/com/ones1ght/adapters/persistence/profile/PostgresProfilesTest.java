package com.ones1ght.adapters.persistence.profile;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.profile.port.ProfilesContract;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PostgresProfilesTest implements ProfilesContract {

    private final PostgresStorage storage = PostgresStorage.withEmptyQueue();

    @Override
    public StorageFixture fixture() {
        return storage;
    }

    private Profile profileWithoutFacts(Owner owner) {
        Profile profile =
                new Profile(new ProfileId(UUID.randomUUID()), owner, new ProfileDocument("{}"), NO_FACTS, NOW, NOW);
        storage.run(() -> storage.profiles().add(profile));
        return profile;
    }

    @Test
    void factsThatAreAskedForMeanwhileShouldBeReadByOneStatement() {
        Profiles profiles = storage.profiles();
        Profile own = storage.aProfile();
        Profile foreign = profileWithoutFacts(storage.anOwner());
        ProfileId unknown = new ProfileId(UUID.randomUUID());
        List<Supplier<Optional<ProfileFacts>>> readings = List.of(
                () -> profiles.facts(own.owner(), own.id()),
                () -> profiles.facts(foreign.owner(), foreign.id()),
                () -> profiles.facts(own.owner(), foreign.id()),
                () -> profiles.facts(own.owner(), unknown),
                () -> profiles.facts(own.owner(), own.id()));

        int statements = TestDatabase.shared().statementsOf(() -> assertThat(storage.inFlightTogether(readings))
                .containsExactly(
                        Optional.of(own.facts()),
                        Optional.of(NO_FACTS),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(own.facts())));

        assertThat(statements).isEqualTo(2);
    }
}
