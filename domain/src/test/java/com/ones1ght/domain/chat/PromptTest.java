package com.ones1ght.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {

    @Test
    void promptShouldBeTrimmed() {
        assertThat(new Prompt(" \n\t今夜のおかず何がいい?\u3000 ").text()).isEqualTo("今夜のおかず何がいい?");
    }

    @Test
    void emojiShouldKeepItsSelector() {
        assertThat(new Prompt(" \u2764\uFE0F\u00A0").text()).isEqualTo("\u2764\uFE0F");
    }

    @Test
    void whiteSpaceInsideShouldStay() {
        assertThat(new Prompt("a \n b").text()).isEqualTo("a \n b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u3000\u2003", "\u00A0", "\u200B", "\uFEFF", " \u2060\uFE0F\u3164 "})
    void blankPromptShouldBeRefused(String blank) {
        assertRefused(blank);
    }

    @Test
    void fourThousandCharactersShouldBeTheMaximum() {
        assertThat(new Prompt("a".repeat(4_000)).text()).hasSize(4_000);
        assertRefused("a".repeat(4_001));
    }

    @Test
    void surrogatePairsShouldCountOnce() {
        assertThat(new Prompt("🍜".repeat(4_000)).text()).hasSize(8_000);
        assertRefused("🍜".repeat(4_001));
    }

    @Test
    void lengthShouldBeTakenAfterTrimming() {
        assertThat(new Prompt(" ".repeat(5_000) + "a".repeat(4_000) + "\n").text())
                .hasSize(4_000);
    }

    private static void assertRefused(String text) {
        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, () -> new Prompt(text));
        assertThat(refusal.property()).isEqualTo("prompt");
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    }
}
