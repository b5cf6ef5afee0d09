package com.ones1ght.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.tenant.StageFlow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitTest {
    private static final Instant NOW = Instant.parse("2026-04-29T05:28:08Z");
    private static final StageFlow FLOW = new StageFlow(List.of("READY", "CHAT", "SHOPPING", "CHECKOUT"));

    private static Visit aVisit(@Nullable StageFlow flow) {
        return Visit.started(new VisitId(new UUID(0, 1)), new ProfileId(new UUID(0, 2)), flow, NOW);
    }

    private static Visit stamped(Visit visit, String label, @Nullable StageFlow flow) {
        return visit.stamped(new Stage(label), null, flow, NOW.plusSeconds(1));
    }

    private static void assertRefused(ErrorCode code, Visit visit, String label, StageFlow flow) {
        DomainException refusal = catchThrowableOfType(DomainException.class, () -> stamped(visit, label, flow));
        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void visitShouldBeginWithOneStamp() {
        Visit visit = aVisit(null);

        assertThat(visit.stamps()).isEqualTo(1);
        assertThat(visit.lastStamp()).isEqualTo(new Stamp(Stage.ENTER, null, NOW));
        assertThat(visit.endedAt()).isNull();
        assertThat(aVisit(FLOW).lastStamp().stage().label()).isEqualTo("READY");
    }

    @Test
    void stampShouldBecomeTheLastOne() {
        Visit stamped = aVisit(null).stamped(new Stage("x"), "{}", null, NOW.plusSeconds(3));

        assertThat(stamped.stamps()).isEqualTo(2);
        assertThat(stamped.lastStamp()).isEqualTo(new Stamp(new Stage("x"), "{}", NOW.plusSeconds(3)));
        assertThat(stamped.startedAt()).isEqualTo(NOW);
    }

    @Test
    void visitShouldBeInChatAtTheStageChatAlone() {
        assertThat(aVisit(null).isInChat()).isFalse();
        assertThat(stamped(aVisit(null), "CHAT", null).isInChat()).isTrue();
        assertThat(stamped(aVisit(null), "chat", null).isInChat()).isFalse();
    }

    @Test
    void leavingTheStageChatShouldEndTheChatSessionUnderAFlowAlone() {
        Visit before = aVisit(FLOW);
        Visit chat = stamped(before, "CHAT", FLOW);
        Visit behind = stamped(chat, FLOW.stages().get(2), FLOW);

        assertThat(chat.leavesChatFor(behind, FLOW)).isTrue();
        assertThat(chat.leavesChatFor(behind, null)).isFalse();
        assertThat(chat.leavesChatFor(stamped(chat, "CHAT", FLOW), FLOW)).isFalse();
        assertThat(before.leavesChatFor(chat, FLOW)).isFalse();
    }

    @Test
    void anyLabelShouldFollowAnyOtherWithoutAFlow() {
        Visit visit = stamped(stamped(aVisit(null), "CHECKOUT", null), "CHAT", null);

        assertThat(stamped(visit, "ENTER", null).stamps()).isEqualTo(4);
    }

    @Test
    void flowShouldAllowToStayAndToSkip() {
        Visit visit = stamped(aVisit(FLOW), "READY", FLOW);

        assertThat(stamped(visit, "CHECKOUT", FLOW).lastStamp().stage().label()).isEqualTo("CHECKOUT");
    }

    @Test
    void flowShouldRefuseWhatItDoesNotHave() {
        assertRefused(ErrorCode.INVALID_STAGE, aVisit(FLOW), "ENTER", FLOW);
    }

    @Test
    void flowShouldRefuseStepsBack() {
        Visit visit = stamped(aVisit(FLOW), "SHOPPING", FLOW);

        assertRefused(ErrorCode.STAGE_REGRESSION, visit, "CHAT", FLOW);
        assertRefused(ErrorCode.STAGE_REGRESSION, visit, "READY", FLOW);
    }

    @Test
    void anyStageShouldBeReachableFromOneThatTheFlowDoesNotHave() {
        Visit before = stamped(aVisit(null), "SOMEWHERE", null);

        assertThat(stamped(before, "READY", FLOW).lastStamp().stage().label()).isEqualTo("READY");
    }

    @Test
    void differingClocksShouldNotReorderStamps() {
        Visit visit = aVisit(null).stamped(Stage.CHAT, null, null, NOW.minusSeconds(5));

        assertThat(visit.lastStamp().at()).isEqualTo(NOW);
        assertThat(visit.ended(NOW.minusSeconds(1)).endedAt()).isEqualTo(NOW);
        assertThat(visit.ended(NOW.plusSeconds(1)).endedAt()).isEqualTo(NOW.plusSeconds(1));
    }
}
