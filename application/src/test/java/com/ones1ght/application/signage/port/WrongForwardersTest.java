package com.ones1ght.application.signage.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.port.ContractRun;
import com.ones1ght.domain.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of signages notices what is wrong, and says it. That right ones pass is in the test of the fake. */
class WrongForwardersTest {

    static final StoreId STORE = new StoreId("corner-shop");

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private static WrongForwarder mistake = WrongForwarder.THROWS;

    static final class UnderContract implements SignageForwarderContract {

        private final FakeSignageForwarder right = new FakeSignageForwarder(STORE);

        @Override
        public SignageForwarder forwarder() {
            return mistake.over(right);
        }

        @Override
        public List<SignageForwarder> forwardersWithoutBackend() {
            FakeSignageForwarder away = new FakeSignageForwarder(STORE);
            away.goAway();
            return List.of(mistake.over(away));
        }

        @Override
        public StoreId store() {
            return STORE;
        }

        @Override
        public Instant now() {
            return Instant.parse("2026-04-29T05:28:08Z");
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
        }

        @Override
        public List<UUID> takenBy(int signageNo) {
            return right.comersAt(signageNo);
        }

        @Override
        public Duration patience() {
            return mistake.sentence.contains(" within") ? SHORT : LONG;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongForwarderShouldFailWithItsSentence(WrongForwarder wrong) {
        mistake = wrong;

        ContractRun run = ContractRun.of(UnderContract.class, wrong.test);

        assertThat(run.tests()).isPositive();
        assertThat(run.failures()).anySatisfy(said -> assertThat(said).contains(wrong.sentence));
    }
}
