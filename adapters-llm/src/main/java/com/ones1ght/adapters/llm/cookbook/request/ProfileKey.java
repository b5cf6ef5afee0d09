package com.ones1ght.adapters.llm.cookbook.request;

import com.ones1ght.adapters.llm.cookbook.language.TextNormalizer;
import java.util.List;
import java.util.regex.Pattern;

/** The meaning of a field in a free-form profile, by the words in its key, in three languages. */
enum ProfileKey {
    ALLERGY(List.of("allerg", "intoleran", "알레르기", "알러지", "앨러지", "アレルギ", "アレルゲン")),
    RESTRICTION(List.of(
            "diet",
            "foodrestriction",
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
            "苦手",
            "嫌い",
            "dislike",
            "avoid",
            "exclu",
            "never",
            "nogo",
            "blacklist",
            "unwanted",
            "canteat",
            "wonteat",
            "noteat",
            "hates",
            "notlike",
            "dontlike",
            "싫어",
            "비선호",
            "제외",
            "피하는",
            "피해야",
            "避け",
            "除外",
            "禁止",
            "좋아하지않",
            "好きじゃ",
            "好きでは",
            "기피")),
    SERVINGS(List.of(
            "servings",
            "household",
            "family",
            "people",
            "diners",
            "인분",
            "인원",
            "식구",
            "가족",
            "가구",
            "人数",
            "人分",
            "家族",
            "世帯")),
    AGE(List.of("agegroup", "agerange", "나이", "연령", "年齢", "年代")),
    /** What somebody is, which may tell that they are under age. */
    PERSON(List.of("grade", "school", "student", "occupation", "job", "학년", "학교", "직업", "学年", "学校", "職業")),
    TASTE(List.of(
            "preference",
            "persona",
            "likes",
            "favorite",
            "favourite",
            "loves",
            "taste",
            "선호",
            "취향",
            "좋아하",
            "최애",
            "好み",
            "好き",
            "好物")),
    OTHER(List.of());

    private static final Pattern SEPARATORS = Pattern.compile("[ _.-]");

    private final List<String> words;

    ProfileKey(List<String> words) {
        this.words = words;
    }

    /** In any spelling: {@code dietary_restrictions}, {@code DietaryRestrictions}, {@code 못 먹는 음식}. */
    static ProfileKey of(String key) {
        String plain = SEPARATORS.matcher(TextNormalizer.normalize(key)).replaceAll("");
        for (ProfileKey meaning : values()) {
            for (String word : meaning.words) {
                if (plain.contains(word)) {
                    return meaning;
                }
            }
        }
        return OTHER;
    }
}
