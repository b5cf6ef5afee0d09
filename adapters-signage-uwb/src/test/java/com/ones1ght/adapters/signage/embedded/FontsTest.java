package com.ones1ght.adapters.signage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bundled fonts claim to cover. */
class FontsTest {

    private static final String FOLDER = "/META-INF/resources/signage-assets/fonts/";
    private static final List<String> FAMILIES = List.of("noto-sans-kr", "noto-sans-jp", "noto-sans", "noto-emoji");

    private static String styles(String family) throws IOException {
        try (InputStream in = FontsTest.class.getResourceAsStream(FOLDER + family + "/font.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The union of all ranges. */
    static BitSet covered() throws IOException {
        BitSet covered = new BitSet();
        for (String family : FAMILIES) {
            Pattern.compile("(?i)[ ,]U\\+([0-9a-f]+)(?:-([0-9a-f]+))?")
                    .matcher(styles(family))
                    .results()
                    .forEach(range -> covered.set(
                            Integer.parseInt(range.group(1), 16),
                            Integer.parseInt(range.group(2) == null ? range.group(1) : range.group(2), 16) + 1));
        }
        return covered;
    }

    @Test
    void everyFontFileShouldExist() throws IOException {
        List<String> missing = new ArrayList<>();
        for (String family : FAMILIES) {
            Pattern.compile("url\\(\"([^\"]+)\"\\)")
                    .matcher(styles(family))
                    .results()
                    .map(file -> FOLDER + family + "/" + file.group(1))
                    .filter(file -> FontsTest.class.getResource(file) == null)
                    .forEach(missing::add);
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyHangulSyllableShouldBeCovered() throws IOException {
        BitSet covered = covered();

        assertThat(covered.nextClearBit('가')).isGreaterThan('힣');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "乭乶媤畓" /* made in Korea */,
                "峠辻働畑鰯" /* made in Japan */,
                "髙﨑" /* of names */,
                "ğŁőșż ếữ Ωж" /* Europe, Vietnam */,
                "₩￦¥￥€£$원円" /* prices */,
                "🍎🥬🫘🔥👩🍳❤" /* emoji */,
                "〓" /* the mark for what is missing */
            })
    void unusualCharactersShouldBeCovered(String characters) throws IOException {
        BitSet covered = covered();

        assertThat(characters.codePoints().filter(point -> !covered.get(point)).toArray())
                .isEmpty();
    }
}
