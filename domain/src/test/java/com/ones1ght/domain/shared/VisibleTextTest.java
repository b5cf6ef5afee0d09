package com.ones1ght.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x09, 0x0B, 0x20, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x1680, 0x17B4, 0x180B, 0x180E,
                0x180F, 0x2000, 0x2007, 0x200A, 0x200B, 0x200D, 0x200F, 0x2028, 0x202E, 0x202F, 0x205F, 0x2060, 0x2064,
                0x2065, 0x2069, 0x3000, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0x1BCA0, 0x1D173, 0xE0001,
                0xE0020, 0xE0100, 0xE0FFF
            })
    void textOfInvisibleCharactersShouldBeBlank(int invisible) {
        assertThat(VisibleText.isBlank(" " + Character.toString(invisible).repeat(3)))
                .as("U+%04X", invisible)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "가", "🍜", "❤️", "👨‍👩‍👧", "\u200B.\u200B", "\uFEFF두부", "\u00A0x", "-", "\u0301"})
    void textWithAVisibleCharacterShouldNotBeBlank(String visible) {
        assertThat(VisibleText.isBlank(visible)).isFalse();
    }

    @Test
    void whatIsMissingShouldBeBlank() {
        assertThat(VisibleText.isBlank(null)).isTrue();
        assertThat(VisibleText.isBlank("")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "\u00A0 a\u3000b \u2007\u202F\u0085,a\u3000b",
                "❤\uFE0F ,❤\uFE0F",
                "\u200Bx\u200D,\u200Bx\u200D",
                "\uFEFFx,\uFEFFx",
            })
    void onlyWhiteSpaceShouldBeTrimmed(String text, String trimmed) {
        assertThat(VisibleText.trim(text)).isEqualTo(trimmed);
    }

    @Test
    void trimmingShouldLeaveNoWhiteSpaceAtTheEnds() {
        String allWhiteSpace = IntStream.rangeClosed(0, 0xFFFF)
                .filter(c -> Character.toString(c).matches("\\p{IsWhite_Space}"))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(VisibleText.trim(allWhiteSpace + "x" + allWhiteSpace)).isEqualTo("x");
        assertThat(VisibleText.trim(allWhiteSpace)).isEmpty();
    }
}
