package com.ones1ght.application.visit;

import static com.ones1ght.application.shared.port.StorageFixture.IDLE;
import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.visit.VisitId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The status that follows from what the use cases of visits do. */
class PersonaStatusTest {
    private final VisitBench bench = new VisitBench();

    private void assertStatus(String status, Duration lastActive) {
        assertThat(bench.status().status()).isEqualTo(status);
        assertThat(bench.status().lastActiveAt()).isEqualTo(NOW.plus(lastActive));
    }

    @Test
    void profileBeforeItsFirstVisitShouldBeReadyAndNeverActive() {
        assertThat(bench.status()).isEqualTo(new PersonaStatus(bench.profile, null, null, null));
        assertThat(bench.status().status()).isEqualTo("READY");
        assertThat(bench.status().currentThread()).isNull();
    }

    @Test
    void statusShouldFollowTheStampsAndBeReadyAfterTheVisit() {
        bench.started();
        assertStatus("ENTER", Duration.ZERO);

        bench.clock.advance(Duration.ofSeconds(5));
        bench.stamped("CHECKOUT");
        assertStatus("CHECKOUT", Duration.ofSeconds(5));

        bench.clock.advance(Duration.ofSeconds(5));
        bench.ended();
        assertStatus("READY", Duration.ofSeconds(10));
    }

    @Test
    void threadShouldBeTheChatSessionWhileTheStatusIsChat() {
        VisitId visit = bench.started();
        bench.opened();
        assertThat(bench.status().currentThread()).as("at ENTER").isNull();

        bench.stamped("CHAT");
        assertThat(bench.status().currentThread()).isEqualTo(visit);

        bench.stamped("CHECKOUT");
        assertThat(bench.status().currentThread()).as("at CHECKOUT").isNull();
    }

    @Test
    void threadShouldBeGoneOnceTheChatSessionHasEnded() {
        VisitId visit = bench.chatting();

        bench.chatEnded(visit);

        assertThat(bench.status().status()).isEqualTo("CHAT");
        assertThat(bench.status().currentThread()).isNull();
    }

    @Test
    void threadShouldBeGoneAfterAnHourWithoutActivityBeforeAnybodyNoticed() {
        bench.chatting();
        bench.clock.advance(IDLE.minusMillis(1));
        assertThat(bench.status().currentThread()).isNotNull();

        bench.clock.advance(Duration.ofMillis(1));

        assertThat(bench.status().currentThread()).isNull();
        assertStatus("CHAT", Duration.ZERO);
    }

    @Test
    void whatHappensInTheChatSessionShouldCountAsActivity() {
        VisitId visit = bench.chatting();
        bench.clock.advance(Duration.ofMinutes(3));

        bench.ask(visit);

        assertStatus("CHAT", Duration.ofMinutes(3));
    }

    @Test
    void lookingAtTheStatusShouldBeNoActivity() {
        bench.chatting();
        bench.clock.advance(Duration.ofMinutes(59));

        assertStatus("CHAT", Duration.ZERO);

        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(bench.status().currentThread()).isNull();
    }
}
