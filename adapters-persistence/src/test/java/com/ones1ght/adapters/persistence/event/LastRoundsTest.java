package com.ones1ght.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.event.LastRounds.Asked;
import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LastRoundsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final LastRounds rounds = new LastRounds(nanos::get);

    private static Asked asked() {
        return new Asked(
                new Owner(new TenantId(UUID.randomUUID()), new KeyLine(UUID.randomUUID())),
                new ProfileId(UUID.randomUUID()),
                new ChatId(UUID.randomUUID()),
                new RoundId(UUID.randomUUID()));
    }

    private static TriggeredRound round(Asked asked) {
        return new TriggeredRound(
                asked.owner().tenant(),
                asked.profile(),
                asked.chat(),
                asked.round(),
                1,
                false,
                null,
                Language.KO,
                RoundResult.NONE.list(),
                RoundResult.NONE.offers(),
                RoundResult.NONE.guard());
    }

    @Test
    void roundShouldBeKeptForHalfAMinute() {
        Asked asked = asked();
        rounds.keep(asked, round(asked), 30_000);

        nanos.addAndGet(LastRounds.KEPT.toNanos() - 1);
        assertThat(rounds.of(asked)).isEqualTo(round(asked));

        nanos.addAndGet(1);
        assertThat(rounds.of(asked)).isNull();
    }

    @Test
    void roundsShouldTakeAThirtySecondOfTheHeapAtMost() {
        int eighth = (int) (Runtime.getRuntime().maxMemory() / 32 / 8 / 4);
        List<Asked> all = Stream.generate(LastRoundsTest::asked).limit(30).toList();

        all.forEach(asked -> rounds.keep(asked, round(asked), eighth));

        long kept = all.stream().filter(asked -> rounds.of(asked) != null).count();
        assertThat(kept).isBetween(1L, 8L);
    }
}
