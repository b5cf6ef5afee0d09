package com.ones1ght.application.visit;

import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.visit.OpenChatSessionUseCase.Command;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.ChatSession.Ending;
import com.ones1ght.domain.visit.ChatSession.Reason;
import com.ones1ght.domain.visit.ChatSessionStatus;
import com.ones1ght.domain.visit.VisitId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenChatSessionServiceTest {
    private final VisitBench bench = new VisitBench();

    @Test
    void openedSessionShouldHaveTheVisitsIdAndAChatOfItsOwn() {
        VisitId visit = bench.started();

        ChatSessionView view = bench.opened();

        assertThat(view.session().visit()).isEqualTo(visit);
        assertThat(view.session().chat().value()).isNotEqualTo(visit.value());
        assertThat(view.status()).isEqualTo(ChatSessionStatus.READY);
        assertThat(view.backListStatus()).isEqualTo(BackListStatus.NOT_STARTED);
        assertThat(view.latest()).isNull();
        assertThat(bench.balance()).as("opening costs nothing").isEqualTo(10);
        assertThat(bench.rounds(view.session().chat())).isEmpty();
    }

    @Test
    void sessionShouldNotNeedTheStampChat() {
        bench.started();
        bench.stamped("CHECKOUT");

        assertThat(bench.opened().status()).isEqualTo(ChatSessionStatus.READY);
    }

    @Test
    void openingWithoutAVisitUnderWayShouldBeRefused() {
        bench.assertRefused(ErrorCode.SESSION_NOT_STARTED, bench::opened);
        bench.started();
        bench.ended();
        bench.assertRefused(ErrorCode.SESSION_NOT_STARTED, bench::opened);
    }

    @Test
    void profileThatIsSomebodyElsesShouldNotBeFound() {
        bench.started();

        bench.forStrangers((key, profile) ->
                bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.open.open(new Command(key.owner(), profile))));
    }

    @Test
    void secondOpeningShouldAnswerTheRunningSessionAsItIs() {
        VisitId visit = bench.chatting();
        ChatId chat = bench.opened().session().chat();
        bench.ask(visit);

        ChatSessionView again = bench.opened();

        assertThat(again.session().chat()).isEqualTo(chat);
        assertThat(again.status()).isEqualTo(ChatSessionStatus.CHAT);
        bench.advanced(chat, 2);
        assertThat(bench.opened().status()).isEqualTo(ChatSessionStatus.READY);
        assertThat(bench.opened().latest().shoppingList()).isEqualTo(RunSamples.SESSION_LIST);
        assertThat(bench.opened().backListStatus()).isEqualTo(BackListStatus.IN_PROGRESS);
    }

    @Test
    void secondOpeningShouldKeepTheSessionAlive() {
        bench.started();
        ChatId chat = bench.opened().session().chat();
        bench.clock.advance(IDLE.minusSeconds(1));

        bench.opened();

        assertThat(bench.stored(chat).idleAt()).isEqualTo(bench.clock.instant().plus(IDLE));
    }

    @Test
    void ofManyOpeningsAtOnceAllShouldAnswerTheSameSession() {
        bench.started();

        List<ChatId> chats = AtOnce.on(16, i -> bench.opened().session().chat());

        assertThat(chats).containsOnly(chats.get(0));
    }

    @Test
    void openingAfterTheEndShouldBeginAFreshSessionUnderTheSameId() {
        VisitId visit = bench.chatting();
        ChatSession first = bench.opened().session();
        bench.ask(visit);
        bench.advanced(first.chat(), 4);
        bench.chatEnded(visit);
        bench.clock.advance(Duration.ofSeconds(2));

        ChatSessionView fresh = bench.opened();

        assertThat(fresh.session().visit()).isEqualTo(visit);
        assertThat(fresh.session().chat()).isNotEqualTo(first.chat());
        assertThat(fresh.latest()).isNull();
        bench.ask(visit);
        assertThat(bench.claimed(fresh.session().chat()).past())
                .as("nothing of the first session is history of the second")
                .isEmpty();
        assertThat(bench.rounds(first.chat()))
                .as("the first one stays to be read")
                .hasSize(1);
    }

    @Test
    void openingAfterAnHourWithoutActivityShouldEndTheSessionAndBeginAFreshOne() {
        VisitId visit = bench.chatting();
        ChatSession first = bench.opened().session();
        bench.clock.advance(IDLE);

        ChatSession fresh = bench.opened().session();

        assertThat(fresh.visit()).isEqualTo(visit);
        assertThat(fresh.chat()).isNotEqualTo(first.chat());
        assertThat(fresh.idleAt()).isEqualTo(NOW.plus(IDLE).plus(IDLE));
        assertThat(bench.ending(first.chat())).contains(new Ending(NOW.plus(IDLE), Reason.IDLE));
    }

    @Test
    void visitAfterTheNextShouldHaveASessionUnderItsOwnId() {
        VisitId first = bench.chatting();
        bench.ended();

        VisitId second = bench.chatting();

        assertThat(second).isNotEqualTo(first);
        assertThat(bench.opened().session().visit()).isEqualTo(second);
        bench.assertRefused(ErrorCode.NOT_FOUND, () -> bench.ask(first));
    }
}
