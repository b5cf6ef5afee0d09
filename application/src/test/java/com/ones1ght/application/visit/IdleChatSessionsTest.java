package com.ones1ght.application.visit;

import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.ManualExecutor;
import com.ones1ght.application.shared.ManualTimer;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.visit.ChatSession.Ending;
import com.ones1ght.domain.visit.ChatSession.Reason;
import com.ones1ght.domain.visit.VisitId;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleChatSessionsTest {
    private static final Duration TICK = Duration.ofSeconds(30);

    /** Some tests are about things that go wrong, and these are logged. */
    private static final Logger LOG = Logger.getLogger("com.ones1ght.application.shared.work.BackgroundTask");

    static {
        LOG.setLevel(Level.OFF);
    }

    private final VisitBench bench = new VisitBench();
    private final ManualExecutor executor = new ManualExecutor();
    private final ManualTimer timer = new ManualTimer(bench.clock);
    private final IdleChatSessions node = aNode();
    private final VisitId session = bench.chatting();
    private final ChatId chat = bench.opened().session().chat();

    private IdleChatSessions aNode() {
        return new IdleChatSessions(bench.storage.chatSessions(), executor, timer, bench.clock, TICK);
    }

    @AfterEach
    void stop() {
        node.stop();
    }

    /** Lets everything happen that is due now. */
    private void settle() {
        while (timer.ringNext()) {
            executor.runAll();
        }
    }

    private void pass(Duration time) {
        bench.clock.advance(time);
        settle();
    }

    @Test
    void sessionShouldEndAfterExactlyAnHourWithoutActivity() {
        node.start();
        settle();

        pass(IDLE.minusMillis(1));
        assertThat(bench.ending(chat)).isEmpty();

        bench.clock.advance(Duration.ofMillis(1));
        node.stop();
        node.start();
        settle();
        assertThat(bench.ending(chat)).contains(new Ending(NOW.plus(IDLE), Reason.IDLE));
    }

    @Test
    void endShouldBeAtTheHourAlsoWhenTheTickComesLater() {
        node.start();
        settle();

        pass(IDLE.plus(TICK));

        assertThat(bench.ending(chat)).contains(new Ending(NOW.plus(IDLE), Reason.IDLE));
    }

    @Test
    void activityShouldPutTheEndOff() {
        node.start();
        bench.clock.advance(Duration.ofMinutes(30));
        bench.ask(session);

        pass(IDLE.minusMillis(1));
        assertThat(bench.ending(chat)).isEmpty();

        pass(TICK);
        assertThat(bench.ending(chat)).contains(new Ending(NOW.plus(Duration.ofMinutes(90)), Reason.IDLE));
    }

    @Test
    void onlyTheChatSessionShouldEnd() {
        node.start();

        pass(IDLE);

        assertThat(bench.status().status()).isEqualTo("CHAT");
        assertThat(bench.opened().session().chat()).isNotEqualTo(chat);
        assertThat(bench.ended().id()).isEqualTo(session);
    }

    @Test
    void twoNodesShouldEndASessionOnce() {
        node.start();
        IdleChatSessions other = aNode();
        other.start();

        pass(IDLE.plusSeconds(7));
        other.stop();

        assertThat(bench.ending(chat)).contains(new Ending(NOW.plus(IDLE), Reason.IDLE));
    }

    @Test
    void storageThatIsAwayShouldBeTriedAgainAtTheNextTick() {
        node.start();
        bench.storage.unitOfWork().goAway();
        pass(IDLE);
        bench.storage.unitOfWork().comeBack();
        assertThat(bench.ending(chat)).isEmpty();

        pass(TICK);

        assertThat(bench.ending(chat)).contains(new Ending(NOW.plus(IDLE), Reason.IDLE));
    }

    @Test
    void executorThatTakesNothingShouldBeTriedAgainAtTheNextTick() {
        node.start();
        executor.reject(true);
        pass(IDLE);
        executor.reject(false);
        assertThat(bench.ending(chat)).isEmpty();

        pass(TICK);

        assertThat(bench.ending(chat)).isPresent();
    }

    @Test
    void turnsShouldNotPileUpBehindOneThatHangs() {
        node.start();
        assertThat(timer.ringNext()).isTrue();
        for (int i = 0; i < 3; i++) {
            bench.clock.advance(TICK);
            assertThat(timer.ringNext()).isTrue();
        }

        assertThat(executor.runNext()).isTrue();
        assertThat(executor.isIdle()).isTrue();
        pass(IDLE);
        assertThat(bench.ending(chat)).isPresent();
    }

    @Test
    void stoppedNodeShouldLookNoMore() {
        node.start();
        settle();
        node.stop();

        pass(IDLE.plus(TICK));

        assertThat(bench.ending(chat)).isEmpty();
        assertThat(timer.nextAlarm()).isEmpty();
    }

    @Test
    void nodeThatWasNeverStartedShouldBeStoppable() {
        node.stop();

        assertThat(timer.nextAlarm()).isEmpty();
    }
}
