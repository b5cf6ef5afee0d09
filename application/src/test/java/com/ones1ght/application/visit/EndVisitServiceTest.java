package com.ones1ght.application.visit;

import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.visit.EndVisitUseCase.Command;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.visit.ChatSession.Ending;
import com.ones1ght.domain.visit.ChatSession.Reason;
import com.ones1ght.domain.visit.VisitId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndVisitServiceTest {
    private final VisitBench bench = new VisitBench();

    @Test
    void endedVisitShouldBeAnsweredWithAllItsStampsInOrder() {
        VisitId visit = bench.started();
        bench.clock.advance(Duration.ofSeconds(1));
        bench.stamped("CHAT", "{\"a\":1}");
        bench.stamped("CHECKOUT");
        bench.clock.advance(Duration.ofSeconds(1));

        VisitView ended = bench.ended();

        assertThat(ended.id()).isEqualTo(visit);
        assertThat(ended.startedAt()).isEqualTo(NOW);
        assertThat(ended.endedAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(ended.stamps())
                .extracting(stamp -> stamp.stage().label())
                .containsExactly("ENTER", "CHAT", "CHECKOUT");
        assertThat(ended.stamps().get(1).meta()).isEqualTo("{\"a\":1}");
    }

    @Test
    void endWithoutAVisitUnderWayShouldBeRefused() {
        bench.assertRefused(ErrorCode.NO_ACTIVE_SESSION, bench::ended);
        bench.started();
        bench.ended();
        bench.assertRefused(ErrorCode.NO_ACTIVE_SESSION, bench::ended);
    }

    @Test
    void profileThatIsSomebodyElsesShouldNotBeFound() {
        bench.started();

        bench.forStrangers((key, profile) ->
                bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.end.end(new Command(key.owner(), profile))));
    }

    @Test
    void chatSessionShouldEndWithTheVisitAndWhatRunsInItGoOn() {
        VisitId session = bench.chatting();
        ChatId chat = bench.opened().session().chat();
        bench.ask(session);
        assertThat(bench.balance()).isEqualTo(8);

        bench.ended();

        assertThat(bench.ending(chat)).contains(new Ending(NOW, Reason.VISIT));
        assertThat(bench.rounds(chat)).extracting(round -> round.state()).containsExactly(RoundState.CREATED);
        assertThat(bench.balance()).isEqualTo(8);
        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.watched(session));
        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.ask(session));
        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.chatEnded(session));
        bench.assertRefused(ErrorCode.SESSION_NOT_STARTED, bench::opened);
    }

    @Test
    void chatSessionThatHadBeenIdleShouldHaveEndedOfItsIdleness() {
        bench.chatting();
        ChatId chat = bench.opened().session().chat();
        bench.clock.advance(IDLE.plusSeconds(5));

        bench.ended();

        assertThat(bench.ending(chat)).contains(new Ending(NOW.plus(IDLE), Reason.IDLE));
    }

    @Test
    void clockThatIsBehindShouldNotEndAVisitBeforeItsLastStamp() {
        bench.started();
        bench.clock.advance(Duration.ofSeconds(10));
        bench.stamped("CHECKOUT");
        bench.clock.advance(Duration.ofSeconds(-4));

        assertThat(bench.ended().endedAt()).isEqualTo(NOW.plusSeconds(10));
    }
}
