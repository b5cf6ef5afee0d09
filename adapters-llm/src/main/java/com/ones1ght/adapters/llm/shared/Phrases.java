package com.ones1ght.adapters.llm.shared;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Message templates in three languages, with numbered placeholders: {@code {0}님, …}. */
public final class Phrases {

    private static final Map<String, LocalizedText> BY_KEY = read();

    private Phrases() {}

    public static String say(Language language, String key, Object... values) {
        String text = phrase(key).in(language);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return language == Language.KO && text.indexOf('(') >= 0 ? KoreanParticles.resolve(text) : text;
    }

    /** In all three languages; localized values are filled in in each language. */
    public static LocalizedText sayAll(String key, Object... values) {
        return new LocalizedText(
                say(Language.KO, key, in(Language.KO, values)),
                say(Language.EN, key, in(Language.EN, values)),
                say(Language.JA, key, in(Language.JA, values)));
    }

    public static boolean has(String key) {
        return BY_KEY.containsKey(key);
    }

    /** Joins items to a list. */
    public static String list(Language language, List<String> items) {
        return String.join(language == Language.JA ? "、" : ", ", items);
    }

    private static Object[] in(Language language, Object[] values) {
        Object[] localized = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            localized[i] = values[i] instanceof LocalizedText text ? text.in(language) : values[i];
        }
        return localized;
    }

    private static LocalizedText phrase(String key) {
        LocalizedText phrase = BY_KEY.get(key);
        if (phrase == null) {
            throw new IllegalArgumentException("no phrase " + key);
        }
        return phrase;
    }

    private static Map<String, LocalizedText> read() {
        Map<String, LocalizedText> phrases = new HashMap<>();
        for (String line : ResourceText.lines(Phrases.class, "phrases.txt")) {
            List<String> columns = ResourceText.columns(line, 4);
            phrases.put(columns.get(0), new LocalizedText(columns.get(1), columns.get(2), columns.get(3)));
        }
        return phrases;
    }
}
