package com.ones1ght.application.visit;

import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.visit.StampVisitUseCase.Command;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.tenant.StageFlow;
import com.ones1ght.domain.visit.ChatSession.Ending;
import com.ones1ght.domain.visit.ChatSession.Reason;
import com.ones1ght.domain.visit.Stage;
import com.ones1ght.domain.visit.Visit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StampVisitServiceTest {
    private static final StageFlow FLOW = new StageFlow(List.of("READY", "CHAT", "SHOPPING", "CHECKOUT"));

    private final VisitBench bench = new VisitBench();
    private final VisitBench flowing = new VisitBench(FLOW);

    private static List<String> stages(VisitBench bench) {
        return bench.shown().stamps().stream()
                .map(stamp -> stamp.stage().label())
                .toList();
    }

    @Test
    void stampShouldBeAddedWithItsTimeAndMeta() {
        bench.started();
        bench.clock.advance(Duration.ofSeconds(3));

        Visit stamped = bench.stamped("과일 코너", "{\"x\":1.0}");

        assertThat(stamped.lastStamp().at()).isEqualTo(NOW.plusSeconds(3));
        VisitView shown = bench.shown();
        assertThat(shown.stamps()).last().isEqualTo(stamped.lastStamp());
        assertThat(stamped.lastStamp().meta()).isEqualTo("{\"x\":1.0}");
    }

    @Test
    void labelsShouldBeFreeWithoutAFlow() {
        bench.started();

        List.of("CHECKOUT", "CHAT", "anything at all", "READY", "CHAT").forEach(bench::stamped);

        assertThat(stages(bench)).containsExactly("ENTER", "CHECKOUT", "CHAT", "anything at all", "READY", "CHAT");
    }

    @Test
    void stampWithoutAVisitUnderWayShouldBeRefused() {
        bench.assertRefused(ErrorCode.NO_ACTIVE_SESSION, () -> bench.stamped("CHAT"));
        bench.started();
        bench.ended();
        bench.assertRefused(ErrorCode.NO_ACTIVE_SESSION, () -> bench.stamped("CHAT"));
    }

    @Test
    void missingVisitShouldWinOverTheFlow() {
        flowing.assertRefused(ErrorCode.NO_ACTIVE_SESSION, () -> flowing.stamped("NOWHERE"));
    }

    @Test
    void profileThatIsSomebodyElsesShouldNotBeFound() {
        bench.started();

        bench.forStrangers((key, profile) -> bench.assertRefused(
                ErrorCode.NOT_FOUND, () -> bench.stamp.stamp(new Command(key, profile, Stage.CHAT, null))));
    }

    @Test
    void stageThatTheFlowDoesNotHaveShouldBeRefused() {
        flowing.started();

        flowing.assertRefused(ErrorCode.INVALID_STAGE, () -> flowing.stamped("ENTER"));
        flowing.assertRefused(ErrorCode.INVALID_STAGE, () -> flowing.stamped("chat"));
        assertThat(stages(flowing)).containsExactly("READY");
    }

    @Test
    void stepBackInTheFlowShouldBeRefused() {
        flowing.started();
        flowing.stamped("SHOPPING");

        flowing.assertRefused(ErrorCode.STAGE_REGRESSION, () -> flowing.stamped("CHAT"));
        flowing.assertRefused(ErrorCode.STAGE_REGRESSION, () -> flowing.stamped("READY"));
        assertThat(stages(flowing)).containsExactly("READY", "SHOPPING");
    }

    @Test
    void repeatingAStageAndSkippingSomeShouldBeAllowedByTheFlow() {
        flowing.started();

        List.of("READY", "CHAT", "CHAT", "CHECKOUT", "CHECKOUT").forEach(flowing::stamped);

        assertThat(stages(flowing)).containsExactly("READY", "READY", "CHAT", "CHAT", "CHECKOUT", "CHECKOUT");
    }

    @Test
    void leavingChatShouldCloseTheChatSessionWithAFlow() {
        flowing.chatting();
        ChatId chat = flowing.opened().session().chat();
        flowing.clock.advance(Duration.ofMinutes(2));

        flowing.stamped("SHOPPING");

        assertThat(flowing.ending(chat)).contains(new Ending(NOW.plusSeconds(120), Reason.STAGE));
        assertThat(flowing.status().currentThread()).isNull();
        assertThat(flowing.status().status()).isEqualTo("SHOPPING");
    }

    @Test
    void leavingChatShouldLetWhatRunsGoOnForTheWayThroughTheStore() {
        var session = flowing.chatting();
        ChatId chat = flowing.opened().session().chat();
        flowing.ask(session);

        flowing.stamped("CHECKOUT");

        assertThat(flowing.rounds(chat)).extracting(round -> round.state()).containsExactly(RoundState.CREATED);
        assertThat(flowing.balance()).isEqualTo(8);
    }

    @Test
    void stayingAtChatShouldKeepTheChatSession() {
        flowing.chatting();
        ChatId chat = flowing.opened().session().chat();

        flowing.stamped("CHAT");

        assertThat(flowing.ending(chat)).isEmpty();
    }

    @Test
    void stampBeforeChatShouldKeepTheChatSessionWithAFlow() {
        flowing.started();
        ChatId chat = flowing.opened().session().chat();

        flowing.stamped("READY");
        flowing.stamped("CHAT");

        assertThat(flowing.ending(chat)).isEmpty();
    }

    @Test
    void leavingChatShouldKeepTheChatSessionWithoutAFlow() {
        bench.chatting();
        ChatId chat = bench.opened().session().chat();

        bench.stamped("CHECKOUT");

        assertThat(bench.ending(chat)).isEmpty();
        assertThat(bench.opened().session().chat()).isEqualTo(chat);
    }

    @Test
    void stampThatIsRefusedShouldNotCloseTheChatSession() {
        flowing.chatting();
        ChatId chat = flowing.opened().session().chat();

        flowing.assertRefused(ErrorCode.INVALID_STAGE, () -> flowing.stamped("NOWHERE"));

        assertThat(flowing.ending(chat)).isEmpty();
    }

    @Test
    void stampShouldKeepTheChatSessionAlive() {
        bench.chatting();
        ChatId chat = bench.opened().session().chat();
        bench.clock.advance(IDLE.minusSeconds(1));

        bench.stamped("CHECKOUT");

        assertThat(bench.stored(chat).idleAt()).isEqualTo(bench.clock.instant().plus(IDLE));
    }

    @Test
    void stampAfterAnHourWithoutActivityShouldNotReviveTheChatSession() {
        bench.chatting();
        ChatId chat = bench.opened().session().chat();
        bench.clock.advance(IDLE.plusSeconds(5));

        bench.stamped("CHAT");

        assertThat(bench.ending(chat)).contains(new Ending(NOW.plus(IDLE), Reason.IDLE));
    }
}
