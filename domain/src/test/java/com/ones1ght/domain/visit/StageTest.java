package com.ones1ght.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.shared.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
    void blankLabelShouldBeRefused(String label) {
        assertRefused(label);
    }

    @Test
    void validLabelShouldBeAccepted() {
        assertThat(new Stage(" 과일 코너 🍎 ").label()).isEqualTo("과일 코너 🍎");
        assertThat(new Stage("chat")).isNotEqualTo(Stage.CHAT);
    }

    @Test
    void lengthShouldCountInCodePoints() {
        assertThat(new Stage("🍎".repeat(100)).label()).hasSize(200);
        assertRefused("🍎".repeat(101));
    }

    private static void assertRefused(String label) {
        assertThatThrownBy(() -> new Stage(label))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.property())
                        .isEqualTo("stage"));
    }
}
