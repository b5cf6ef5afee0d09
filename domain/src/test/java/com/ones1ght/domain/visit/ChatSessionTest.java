package com.ones1ght.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.visit.ChatSession.Ending;
import com.ones1ght.domain.visit.ChatSession.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChatSessionTest {
    private static final Instant NOW = Instant.parse("2026-04-29T05:28:08Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final ChatSession session =
            ChatSession.opened(new VisitId(new UUID(0, 1)), new ChatId(new UUID(0, 2)), NOW, HOUR);

    @Test
    void sessionShouldBeOverExactlyAnHourAfterItWasOpened() {
        assertThat(session.isOver(NOW.plus(HOUR).minusNanos(1))).isFalse();
        assertThat(session.isOver(NOW.plus(HOUR))).isTrue();
    }

    @Test
    void activityShouldGiveAnotherHour() {
        ChatSession active = session.active(NOW.plusSeconds(90), HOUR);

        assertThat(active.activeAt()).isEqualTo(NOW.plusSeconds(90));
        assertThat(active.idleAt()).isEqualTo(NOW.plusSeconds(90).plus(HOUR));
    }

    @Test
    void activityByAClockThatIsBehindShouldNotGoBackInTime() {
        ChatSession active = session.active(NOW.plusSeconds(90), HOUR);

        assertThat(active.active(NOW.plusSeconds(80), HOUR)).isEqualTo(active);
    }

    @Test
    void pollShouldGiveAnHourAndSomeSlack() {
        ChatSession polled = session.polled(NOW.plusSeconds(90), HOUR);

        assertThat(polled.activeAt()).isEqualTo(NOW.plusSeconds(90));
        assertThat(polled.idleAt()).isEqualTo(NOW.plusSeconds(120).plus(HOUR));
    }

    @Test
    void pollsWithinTheSlackShouldChangeNothing() {
        ChatSession polled = session.polled(NOW.plusSeconds(90), HOUR);

        assertThat(polled.polled(NOW.plusSeconds(120), HOUR)).isSameAs(polled);
        assertThat(polled.polled(NOW.plusSeconds(120).plusNanos(1), HOUR)).isNotEqualTo(polled);
        assertThat(session.polled(NOW, HOUR)).isSameAs(session);
    }

    @Test
    void slackShouldBeSmallComparedToTheIdleTime() {
        Duration twoMinutes = Duration.ofMinutes(2);
        Duration day = Duration.ofDays(1);

        assertThat(session.polled(NOW.plus(HOUR), twoMinutes).idleAt())
                .isEqualTo(NOW.plus(HOUR).plus(twoMinutes).plusSeconds(1));
        assertThat(session.polled(NOW.plus(HOUR), day).idleAt())
                .isEqualTo(NOW.plus(HOUR).plus(day).plusSeconds(30));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void endShouldHaveItsTimeAndReasonAndBeFinal(Reason reason) {
        ChatSession ended = session.ended(reason, NOW.plusSeconds(5));

        assertThat(ended.ending()).isEqualTo(new Ending(NOW.plusSeconds(5), reason));
        assertThat(ended.isOver(NOW.plusSeconds(5))).isTrue();
        assertThat(ended.ended(Reason.VISIT, NOW.plusSeconds(6))).isEqualTo(ended);
    }

    @Test
    void endShouldBeTheLastActivity() {
        assertThat(session.ended(Reason.EXPLICIT, NOW.plusSeconds(5)).activeAt())
                .isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void expiredSessionShouldEndAsIdle() {
        ChatSession ended = session.ended(Reason.EXPLICIT, NOW.plus(HOUR).plusSeconds(5));

        assertThat(ended.ending()).isEqualTo(new Ending(NOW.plus(HOUR), Reason.IDLE));
        assertThat(ended.activeAt()).isEqualTo(NOW);
    }
}
