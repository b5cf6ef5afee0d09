package com.ones1ght.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private final AtomicLong nanos = new AtomicLong(1);
    private final Quota quota = new Quota("profile", 50, Duration.ofSeconds(1), 200, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private int allowed(String somebody, int times) {
        int allowed = 0;
        for (int i = 0; i < times; i++) {
            if (quota.take(somebody).isAllowed()) {
                allowed++;
            }
        }
        return allowed;
    }

    @Test
    void aRushShouldBeAllowedAndThenSoManyInASecond() {
        assertThat(allowed("a", 300)).isEqualTo(200);

        pass(Duration.ofSeconds(1));
        assertThat(allowed("a", 300)).isEqualTo(50);
        pass(Duration.ofMillis(20));
        assertThat(allowed("a", 300)).isEqualTo(1);
        pass(Duration.ofMinutes(1));
        assertThat(allowed("a", 300)).isEqualTo(200);
    }

    @Test
    void nobodyShouldPayForSomebodyElse() {
        allowed("a", 300);

        assertThat(quota.take("b").isAllowed()).isTrue();
    }

    @Test
    void whoWaitsAsLongAsToldShouldBeAllowed() {
        allowed("a", 200);
        Quota.Taken refused = quota.take("a");
        assertThat(refused.isAllowed()).isFalse();

        pass(Duration.ofSeconds(refused.waitSeconds()));

        assertThat(quota.take("a").isAllowed()).isTrue();
    }

    @Test
    void theRuleAndWhereOneIsShouldBeTold() {
        assertThat(quota.policy()).isEqualTo("\"profile\";q=200;w=4");
        assertThat(quota.state(quota.take("a"))).isEqualTo("\"profile\";r=199;t=1");
    }
}
