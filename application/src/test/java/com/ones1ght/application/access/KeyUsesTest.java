package com.ones1ght.application.access;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.ManualTimer;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class KeyUsesTest {

    /** One test is about a failure, which is logged. */
    private static final Logger LOG = Logger.getLogger("com.ones1ght.application.shared.work.BackgroundTask");

    static {
        LOG.setLevel(Level.OFF);
    }

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final ApiKeyId one = new ApiKeyId(UUID.randomUUID());
    private final ApiKeyId other = new ApiKeyId(UUID.randomUUID());
    private final MutableClock clock = new MutableClock(NOW);
    private final ManualTimer timer = new ManualTimer(clock);
    private final ManualExecutor executor = new ManualExecutor();
    private final NotedUses stored = new NotedUses();
    private final KeyUses uses = new KeyUses(stored, executor, timer, INTERVAL);

    private void passInterval() {
        clock.advance(INTERVAL);
        while (timer.ringNext() || executor.runNext()) {
            continue;
        }
    }

    @Test
    void allUsesOfAnIntervalShouldBeOneWriteOfTheLatestOfEachKey() {
        uses.start();
        uses.note(one, NOW);
        uses.note(one, NOW.plusSeconds(2));
        uses.note(one, NOW.plusSeconds(1));
        uses.note(other, NOW);
        assertThat(stored.writes).isEmpty();

        passInterval();

        assertThat(stored.writes).containsExactly(Map.of(one, NOW.plusSeconds(2), other, NOW));
    }

    @Test
    void anIntervalWithoutUsesShouldWriteNothing() {
        uses.start();
        uses.note(one, NOW);
        passInterval();

        passInterval();

        assertThat(stored.writes).hasSize(1);
    }

    @Test
    void whatCouldNotBeStoredShouldBeStoredByTheNextTurnUnlessThereIsALaterUse() {
        uses.start();
        uses.note(one, NOW);
        uses.note(other, NOW);
        stored.isAway = true;
        passInterval();
        assertThat(stored.writes).isEmpty();
        uses.note(other, NOW.plusSeconds(40));
        stored.isAway = false;

        passInterval();

        assertThat(stored.writes).containsExactly(Map.of(one, NOW, other, NOW.plusSeconds(40)));
    }

    @Test
    void whatIsLeftShouldBeStoredAtTheEndAndNothingAfterIt() {
        uses.start();
        uses.note(one, NOW);

        uses.stop();

        assertThat(stored.writes).containsExactly(Map.of(one, NOW));
        uses.note(one, NOW.plusSeconds(1));
        passInterval();
        assertThat(stored.writes).hasSize(1);
    }

    /** Keys of which nothing is asked but to note uses. */
    private static final class NotedUses implements ApiKeys {

        private final List<Map<ApiKeyId, Instant>> writes = new ArrayList<>();
        private boolean isAway;

        @Override
        public void noteUses(Map<ApiKeyId, Instant> noted) {
            if (isAway) {
                throw new IllegalStateException("the test's storage is away");
            }
            writes.add(Map.copyOf(noted));
        }

        @Override
        public Optional<ApiKey> find(KeyHash hash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ApiKey> find(ApiKeyId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ApiKey> findCurrent(ApiKeyId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ApiKey> findCurrent(KeyHash hash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean addIfAbsent(ApiKey key, KeyHash hash, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredKey> ofTenant(TenantId tenant) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredKey> lockOfTenant(TenantId tenant) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void saveRevoked(ApiKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget() {
            throw new UnsupportedOperationException();
        }
    }
}
