package com.ones1ght.application.signage.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FakeSignageForwarderTest implements SignageForwarderContract {

    private static final StoreId STORE = new StoreId("corner-shop");
    private static final Instant NOW = Instant.parse("2026-04-29T05:28:08Z");

    private final FakeSignageForwarder signages = new FakeSignageForwarder(STORE);

    @Override
    public SignageForwarder forwarder() {
        return signages;
    }

    @Override
    public List<SignageForwarder> forwardersWithoutBackend() {
        FakeSignageForwarder away = new FakeSignageForwarder(STORE);
        away.goAway();
        return List.of(away);
    }

    @Override
    public StoreId store() {
        return STORE;
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.REFUSES_UNKNOWN_STORES);
    }

    @Override
    public List<UUID> takenBy(int signageNo) {
        return signages.comersAt(signageNo);
    }

    @Test
    void signagesThatAreAwayShouldTakeNothingUntilTheyAreBack() {
        SignageTrigger trigger = SignageTriggers.at(STORE, NOW).enter();
        signages.goAway(Duration.ofSeconds(5));

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(
                        () -> signages.forward(trigger).toCompletableFuture().join())
                .havingCause()
                .isInstanceOfSatisfying(SignageUnavailableException.class, away -> assertThat(away.retryAfter())
                        .hasSeconds(5));
        assertThat(signages.taken()).isEmpty();

        signages.comeBack();
        signages.forward(trigger).toCompletableFuture().join();

        assertThat(signages.taken()).containsExactly(trigger);
        assertThat(signages.calls()).isEqualTo(2);
    }
}
