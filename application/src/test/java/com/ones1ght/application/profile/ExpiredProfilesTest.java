package com.ones1ght.application.profile;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.ManualTimer;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpiredProfilesTest {

    private static final Duration KEPT = Duration.ofHours(1);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final ManualTimer timer = new ManualTimer(clock);
    private final ManualExecutor executor = new ManualExecutor();
    private final InMemoryTemporaryProfiles profiles = new InMemoryTemporaryProfiles(storage.profiles());
    private final List<ChatId> announced = new ArrayList<>();

    private void erase() {
        ExpiredProfiles expired = new ExpiredProfiles(
                profiles,
                storage.profiles(),
                storage.unitOfWork(),
                announced::addAll,
                executor,
                timer,
                clock,
                KEPT,
                Duration.ofMinutes(1));
        expired.start();
        timer.ringNext();
        executor.runAll();
        expired.stop();
    }

    private boolean exists(Profile profile) {
        return storage.profiles().find(profile.owner(), profile.id()).isPresent();
    }

    @Test
    void profileShouldBeErasedSomeTimeAfterItsLastTokenHasExpired() {
        Profile temporary = storage.aProfile();
        Profile lasting = storage.aProfile();
        profiles.add(temporary.owner(), temporary.id(), NOW);

        clock.advance(KEPT);
        erase();
        assertThat(exists(temporary)).isTrue();

        clock.advance(Duration.ofMillis(1));
        erase();
        assertThat(exists(temporary)).isFalse();
        assertThat(exists(lasting)).isTrue();
    }

    @Test
    void profilesShouldBeErasedHoweverManyThereAre() {
        List<Profile> all = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            Profile profile = storage.aProfile();
            profiles.add(profile.owner(), profile.id(), NOW);
            all.add(profile);
        }
        clock.advance(KEPT.plusSeconds(1));

        erase();

        assertThat(all).noneMatch(this::exists);
    }

    @Test
    void erasureShouldBeAnnouncedLikeThatOfAShopper() {
        Started started = storage.aStartedRound();
        profiles.add(started.owner(), started.profile().id(), NOW);
        clock.advance(KEPT.plusSeconds(1));

        erase();
        erase();

        assertThat(exists(started.profile())).isFalse();
        assertThat(announced).containsExactly(started.chat().id());
    }
}
