package com.ones1ght.adapters.llm.cookbook.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.llm.cookbook.language.TextNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The texts of a free-form profile, by what the fields mean that hold them. A field keeps its meaning wherever it stands,
 * such as the allergies of a member of the family; any other field within it is read as a part of it.
 */
final class ProfileTexts {

    private static final String EXTRA = "extra";

    /** Keys of what an entry tells of an allergy besides what it is to. */
    private static final Pattern DETAIL = Pattern.compile(
            "sever|level|grade|degree|reaction|symptom|since|date|status|confirmed|diagnos|source|type|category|"
                    + "심각|정도|중증|등급|단계|증상|반응|진단|重症|重度|程度|レベル|症状|反応|診断");

    /** Values of a food's name that say that it does not hold. */
    private static final Set<String> DENIALS =
            Set.of("", "false", "no", "none", "0", "없음", "아니오", "아니요", "なし", "いいえ", "null");

    private final Predicate<String> namesFood;
    private final List<String> likes = new ArrayList<>();
    private final List<String> allergies = new ArrayList<>();
    private final List<String> restrictions = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /** @param namesFood whether a text names something to eat */
    ProfileTexts(JsonNode profile, Predicate<String> namesFood) {
        this.namesFood = namesFood;
        JsonNode extra = profile.path(EXTRA);
        for (JsonNode level : List.of(profile, extra)) {
            level.properties().stream()
                    .filter(field -> !field.getKey().equals(EXTRA))
                    .forEach(field -> readField(field.getKey(), field.getValue(), ProfileKey.OTHER, true));
        }
        if (!extra.isObject()) {
            read(extra, ProfileKey.TASTE, true);
        }
    }

    List<String> likes() {
        return likes;
    }

    List<String> allergies() {
        return allergies;
    }

    List<String> restrictions() {
        return restrictions;
    }

    /** What stands under a key without a meaning of its own. */
    List<String> remarks() {
        return remarks;
    }

    /** @param isOwn whether it tells of the shopper: what somebody else likes is of no interest */
    private void read(JsonNode node, ProfileKey meaning, boolean isOwn) {
        if (node.isTextual()) {
            add(node.textValue(), meaning, isOwn);
        } else if (node.isArray()) {
            node.forEach(child -> read(child, meaning, isOwn));
        } else {
            boolean isOfShopper = isOwn && meaning != ProfileKey.OTHER;
            node.properties().forEach(field -> readField(field.getKey(), field.getValue(), meaning, isOfShopper));
        }
    }

    private void readField(String key, JsonNode value, ProfileKey outer, boolean isOwn) {
        ProfileKey own = meaningOf(key);
        ProfileKey meaning = own == ProfileKey.OTHER ? outer : own;
        boolean isOfWhat = meaning == ProfileKey.ALLERGY || meaning == ProfileKey.RESTRICTION;
        String name = key.replace('_', ' ');
        if (isOfWhat && own == ProfileKey.OTHER && namesFood.test(name)) {
            if (holds(value)) {
                add(name, meaning, isOwn);
                readFoods(value, meaning, isOwn);
            }
        } else if (meaning == ProfileKey.ALLERGY
                && DETAIL.matcher(TextNormalizer.normalize(key)).find()) {
            readFoods(value, meaning, isOwn);
        } else {
            read(value, meaning, isOwn);
        }
    }

    /** Who eats, and how old they are, is no matter of what a field within is about. */
    private static ProfileKey meaningOf(String key) {
        return switch (ProfileKey.of(key)) {
            case ALLERGY -> ProfileKey.ALLERGY;
            case RESTRICTION -> ProfileKey.RESTRICTION;
            case TASTE -> ProfileKey.TASTE;
            default -> ProfileKey.OTHER;
        };
    }

    /** Of what tells how bad an allergy is, only the foods that it names count. */
    private void readFoods(JsonNode value, ProfileKey meaning, boolean isOwn) {
        if (value.isTextual() && namesFood.test(value.textValue())) {
            add(value.textValue(), meaning, isOwn);
        }
        value.forEach(child -> readFoods(child, meaning, isOwn));
    }

    private static boolean holds(JsonNode value) {
        return value.isContainerNode()
                || !DENIALS.contains(TextNormalizer.normalize(value.asText()).strip());
    }

    private void add(String text, ProfileKey meaning, boolean isOwn) {
        switch (meaning) {
            case ALLERGY -> allergies.add(text);
            case RESTRICTION -> restrictions.add(text);
            case TASTE -> (isOwn ? likes : remarks).add(text);
            default -> remarks.add(text);
        }
    }
}
