package com.ones1ght.application.chat.runner;

import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** A profile that declares random restrictions, in a random one of the shapes that profiles have. */
final class RandomProfile {

    private static final List<String> FIELDS =
            List.of("allergies", "allergy", "restrictions", "dietary_restrictions", "diet", "diets");

    private final Random random;
    private final Map<String, Object> document = new HashMap<>();
    private final TreeSet<String> allergens = new TreeSet<>();
    private final TreeSet<String> diets = new TreeSet<>();
    private final boolean dislikes;

    RandomProfile(Random random) {
        this.random = random;
        for (int i = random.nextInt(4); i > 0; i--) {
            allergens.add(Allergen.values()[random.nextInt(Allergen.values().length)].code());
        }
        for (int i = random.nextInt(3) - 1; i > 0; i--) {
            diets.add(Diet.values()[random.nextInt(Diet.values().length)].code());
        }
        this.dislikes = random.nextInt(4) == 0;
        List<String> written = new ArrayList<>();
        allergens.forEach(code -> written.add(spelling(code)));
        diets.forEach(code -> written.add(spelling(code)));
        Map<String, Object> level = random.nextBoolean() ? document : new HashMap<>();
        if (level != document) {
            document.put("extra", level);
        }
        if (!written.isEmpty()) {
            level.put(FIELDS.get(random.nextInt(FIELDS.size())), shape(written));
        }
        if (dislikes) {
            document.put("dislikes", List.of("cucumber"));
        }
    }

    private String spelling(String code) {
        return switch (random.nextInt(6)) {
            case 0 -> code;
            case 1 -> code.replace('_', ' ');
            case 2 -> code.toUpperCase(Locale.ROOT);
            case 3 -> "no " + code.replace('_', ' ');
            case 4 -> code.replace('_', '-') + "-free";
            default -> "en:" + code.replace('_', '-');
        };
    }

    private Object shape(List<String> written) {
        Map<String, Object> flags = new HashMap<>();
        written.forEach(word -> flags.put(word, true));
        return switch (random.nextInt(5)) {
            case 0 -> String.join(", ", written);
            case 1 -> String.join("/", written);
            case 2 -> written.stream().map(word -> Map.of("name", word)).toList();
            case 3 -> flags;
            default -> written;
        };
    }

    Map<String, Object> document() {
        return document;
    }

    /** What the profile declares. */
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        allergens.forEach(code -> codes.add("allergen:" + code));
        diets.forEach(code -> codes.add("diet:" + code));
        if (dislikes) {
            codes.add("dislike:cucumber");
        }
        return codes;
    }
}
