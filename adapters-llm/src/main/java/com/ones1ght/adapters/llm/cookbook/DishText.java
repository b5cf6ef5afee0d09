package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import java.util.Map;

/** A text of a dish in three languages that names the ingredients which are really in it. */
public final class DishText {

    private final TextTemplate ko;
    private final TextTemplate en;
    private final TextTemplate ja;

    private DishText(TextTemplate ko, TextTemplate en, TextTemplate ja) {
        this.ko = ko;
        this.en = en;
        this.ja = ja;
    }

    static DishText parse(String ko, String en, String ja) {
        return new DishText(TextTemplate.parse(ko), TextTemplate.parse(en), TextTemplate.parse(ja));
    }

    /**
     * The text in one language.
     *
     * @param actual what is in the place of each food of the recipe, by its key; what is left out is missing
     */
    public String in(Language language, Map<String, Food> actual) {
        return template(language).fill(language, actual);
    }

    /** The same in all languages. */
    public LocalizedText of(Map<String, Food> actual) {
        return new LocalizedText(in(Language.KO, actual), in(Language.EN, actual), in(Language.JA, actual));
    }

    TextTemplate template(Language language) {
        return switch (language) {
            case KO -> ko;
            case EN -> en;
            case JA -> ja;
        };
    }
}
