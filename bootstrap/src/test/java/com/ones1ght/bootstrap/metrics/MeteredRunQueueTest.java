package com.ones1ght.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunClaim;
import com.ones1ght.application.chat.port.RunQueue;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeteredRunQueueTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final RunClaim kept = claim();
    private final RunClaim lost = claim();
    private final RunClaim cancelled = claim();
    private final Metrics metrics = new Metrics();
    private final RunQueue queue = new MeteredRunQueue(new Storage(), new RunMetrics(metrics), metrics);

    @Test
    void onlyLeasesThatWereTakenShouldCountAsLost() {
        assertThat(queue.renew(List.of(kept, lost, cancelled), NOW, LEASE)).containsExactly(kept);
        assertThat(queue.renew(List.of(kept), NOW, LEASE)).containsExactly(kept);

        assertThat(metrics.counter(Metric.LEASES_LOST).sum()).isEqualTo(1);
    }

    private static RunClaim claim() {
        return new RunClaim(new TenantId(UUID.randomUUID()), new RoundId(UUID.randomUUID()), 0, 1);
    }

    /** Renews one claim, and knows that another one's run was ended. */
    private final class Storage implements RunQueue {

        @Override
        public List<ClaimedRun> claimDue(int limit, Instant now, Duration lease) {
            return List.of();
        }

        @Override
        public Set<RunClaim> renew(Collection<RunClaim> claims, Instant now, Duration lease) {
            return common(claims, kept);
        }

        @Override
        public Set<RunClaim> ended(Collection<RunClaim> claims) {
            return common(claims, cancelled);
        }

        private static Set<RunClaim> common(Collection<RunClaim> claims, RunClaim one) {
            return Stream.of(one).filter(claims::contains).collect(Collectors.toSet());
        }

        @Override
        public void release(Collection<RunClaim> claims, Instant now) {}

        @Override
        public boolean save(RunClaim claim, RunUpdate update, Instant now) {
            return false;
        }

        @Override
        public Backlog backlog(Instant now) {
            return new Backlog(0, null);
        }
    }
}
