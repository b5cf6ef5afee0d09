package com.ones1ght.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.shared.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageFlowTest {

    @Test
    void flowShouldBeginAtItsFirstStageAndKnowThePlaces() {
        StageFlow flow = new StageFlow(List.of("READY", "CHAT", "SHOPPING", "CHECKOUT"));

        assertThat(flow.first()).isEqualTo("READY");
        assertThat(flow.placeOf("READY")).isZero();
        assertThat(flow.placeOf("CHECKOUT")).isEqualTo(3);
        assertThat(flow.placeOf("checkout")).isEqualTo(-1);
    }

    @Test
    void readyAndChatAloneShouldBeAFlow() {
        assertThat(new StageFlow(List.of("READY", "CHAT")).stages()).containsExactly("READY", "CHAT");
    }

    @Test
    void flowThatDoesNotBeginWithReadyAndChatShouldBeRefused() {
        assertRefused(List.of());
        assertRefused(List.of("READY"));
        assertRefused(List.of("CHAT", "READY"));
        assertRefused(List.of("READY", "SHOPPING", "CHAT"));
        assertRefused(List.of("ready", "chat"));
    }

    @Test
    void blankOrRepeatedOrOverlongStagesShouldBeRefused() {
        assertRefused(List.of("READY", "CHAT", " "));
        assertRefused(List.of("READY", "CHAT", "CHAT"));
        assertRefused(List.of("READY", "CHAT", "A", "B", "A"));
        assertRefused(List.of("READY", "CHAT", "🍎".repeat(101)));
    }

    @Test
    void stageOfAHundredCodePointsShouldBeTaken() {
        assertThat(new StageFlow(List.of("READY", "CHAT", "🍎".repeat(100))).placeOf("🍎".repeat(100)))
                .isEqualTo(2);
    }

    @Test
    void flowShouldNotChangeWithTheListThatItWasMadeFrom() {
        List<String> stages = new ArrayList<>(List.of("READY", "CHAT"));
        StageFlow flow = new StageFlow(stages);

        stages.add("SHOPPING");

        assertThat(flow.stages()).containsExactly("READY", "CHAT");
    }

    private static void assertRefused(List<String> stages) {
        assertThatThrownBy(() -> new StageFlow(stages))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.property())
                        .isEqualTo("stageFlow"));
    }
}
