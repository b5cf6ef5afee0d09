package com.ones1ght.adapters.signage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DisplayTextTest {

    private static final String COOK = "\ud83d\udc69\u200d\ud83c\udf73";
    private static final String BEANS_OF_UNICODE_14 = "\ud83e\uded8";

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("  두부 \t\n 1모 ", "두부 1모"),
                // Decomposed, as some systems store file names and texts.
                Arguments.of("\u1103\u116e\u1107\u116e", "두부"),
                Arguments.of("cafe\u0301", "caf\u00e9"),
                Arguments.of("\u30cf\u3099\u30ca\u30ca", "バナナ"),
                // Not composed: the canonical letter of a compatibility ideograph.
                Arguments.of("\uf9f4", "\u6797"),
                Arguments.of("z\u0351\u0352\u0353\u0354a", "z\u0353\u0354a"),
                Arguments.of(COOK + " stew", COOK + " stew"),
                Arguments.of("\u2764\ufe0f\u200d\ud83d\udd25", "\u2764\ufe0f\u200d\ud83d\udd25"),
                Arguments.of("a\u200db", "ab"),
                Arguments.of("\u200d", ""),
                Arguments.of(COOK.substring(0, 3), COOK.substring(0, 2)),
                Arguments.of(BEANS_OF_UNICODE_14, BEANS_OF_UNICODE_14),
                Arguments.of("\u202eabc\u2066", "abc"),
                Arguments.of("a\ud800b\uffff\ue000c", "abc"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textShouldBeOneLineOfCharactersThatFontsHave(String given, String shown) {
        assertThat(DisplayText.tidy(given)).isEqualTo(shown);
    }

    @Test
    void overlongTextShouldEndWithAnEllipsis() {
        assertThat(DisplayText.tidy("長".repeat(301))).isEqualTo("長".repeat(300) + "…");
    }
}
