package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.JsonFragment;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTextsTest {

    private static final Map<String, JsonFragment> TEXTS = texts(
            "todos",
            "{\"name\":\"두부 🍲\",\"ja\":\"豆腐\"}",
            "todo_result",
            "[\"두부 🍲\",\"\\u0000\"]",
            "notifications",
            "");

    private static Map<String, JsonFragment> texts(String... namesAndTexts) {
        Map<String, JsonFragment> texts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            texts.put(namesAndTexts[i], JsonFragment.of(namesAndTexts[i + 1]));
        }
        return texts;
    }

    private static byte[] packed(Map<String, JsonFragment> texts) {
        byte[] packed = PackedTexts.pack(texts);
        assertThat(packed).isNotNull();
        return packed;
    }

    @Test
    void textsShouldSurviveARoundTrip() {
        assertThat(PackedTexts.unpack(packed(TEXTS))).isEqualTo(TEXTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "한국어", "日本語", "👩‍🍳", "\ud7ff\ue000\uffff"})
    void anyCharactersShouldSurviveARoundTrip(String text) {
        String long_ = text.repeat(50_000);
        Map<String, JsonFragment> texts = texts("short", text, "long", long_);

        assertThat(PackedTexts.unpack(packed(texts))).isEqualTo(texts);
    }

    @Test
    void noTextsShouldBeNull() {
        assertThat(PackedTexts.pack(Map.of())).isNull();
    }

    @Test
    void laterStreamsShouldAddToEarlierOnes() {
        ByteArrayOutputStream streams = new ByteArrayOutputStream();
        streams.writeBytes(packed(TEXTS));
        streams.writeBytes(packed(texts("notifications", "{}", "meal", "{ }")));

        Map<String, JsonFragment> expected = new LinkedHashMap<>(TEXTS);
        expected.putAll(texts("notifications", "{}", "meal", "{ }"));
        assertThat(PackedTexts.unpack(streams.toByteArray())).isEqualTo(expected);
    }

    @Test
    void damageShouldBeNoticed() {
        byte[] packed = packed(TEXTS);

        for (int i = 0; i < packed.length; i++) {
            byte[] flipped = packed.clone();
            flipped[i] ^= 8;
            assertThatThrownBy(() -> PackedTexts.unpack(flipped)).isInstanceOf(IllegalArgumentException.class);
            byte[] cut = Arrays.copyOf(packed, i);
            if (i > 0) {
                assertThatThrownBy(() -> PackedTexts.unpack(cut)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    /** Stored rounds have this form: it needs the dictionary as it is. */
    @Test
    void storedFormShouldNotChange() {
        String stored = "78bb06372bde63602dc94fc92f66606050a9463e3b715b83c287f9bd9b10ad2bc8fd090c"
                + "dc20e5f145a9c5a53925404d12d168aa634a81b5b881522c032ff28c07c87c0600765e2714";

        assertThat(PackedTexts.unpack(HexFormat.of().parseHex(stored))).isEqualTo(TEXTS);
    }
}
