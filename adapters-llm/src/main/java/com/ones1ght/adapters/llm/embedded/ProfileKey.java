package com.ones1ght.adapters.llm.embedded;

import java.util.List;

/** What a field of a free-form profile is about, by the words that its key is made of in three languages. */
enum ProfileKey {
    ALLERGY(List.of("allerg", "intoleran", "알레르기", "알러지", "앨러지", "アレルギ", "アレルゲン")),
    RESTRICTION(List.of(
            "dietaryrestriction",
            "dietrestriction",
            "foodrestriction",
            "dietaryrequirement",
            "restrictions",
            "cannoteat",
            "doesnoteat",
            "식이제한",
            "음식제한",
            "못먹는",
            "안먹는",
            "食事制限",
            "食べられない",
            "食べない",
            "ng食材",
            "苦手")),
    TASTE(List.of("preference", "persona", "선호", "취향", "好み", "好きな")),
    OTHER(List.of());

    private final List<String> words;

    ProfileKey(List<String> words) {
        this.words = words;
    }

    /** However it is written: {@code dietary_restrictions}, {@code DietaryRestrictions}, {@code 못 먹는 음식}. */
    static ProfileKey of(String key) {
        String plain = Lexicon.normalise(key).replaceAll("[ _.-]", "");
        for (ProfileKey meaning : values()) {
            if (meaning.words.stream().anyMatch(plain::contains)) {
                return meaning;
            }
        }
        return OTHER;
    }
}
