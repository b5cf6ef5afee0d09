package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.shared.Language;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Detects the language of a product's name by its script, among the three supported ones. */
final class Script {

    private Script() {}

    /** Empty if there are no letters of these languages. */
    static Optional<Language> languageOf(String name) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        name.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        if (scripts.contains(UnicodeScript.HANGUL)) {
            return Optional.of(Language.KO);
        }
        if (scripts.contains(UnicodeScript.HIRAGANA)
                || scripts.contains(UnicodeScript.KATAKANA)
                || scripts.contains(UnicodeScript.HAN)) {
            return Optional.of(Language.JA);
        }
        return scripts.contains(UnicodeScript.LATIN) ? Optional.of(Language.EN) : Optional.empty();
    }
}
