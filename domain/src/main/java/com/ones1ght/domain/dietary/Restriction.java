package com.ones1ght.domain.dietary;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a shopper avoids. In lists allergens come before diets and these before dislikes, each kind sorted by its code.
 */
public sealed interface Restriction extends Comparable<Restriction> {

    /** The shopper gets nothing that contains the allergen. */
    record AvoidedAllergen(Allergen allergen) implements Restriction {

        public AvoidedAllergen {
            Require.notNull(allergen, "allergen");
        }

        @Override
        public String code() {
            return ALLERGEN_PREFIX + allergen.code();
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /** The shopper gets only what suits the diet. */
    record FollowedDiet(Diet diet) implements Restriction {

        public FollowedDiet {
            Require.notNull(diet, "diet");
        }

        @Override
        public String code() {
            return DIET_PREFIX + diet.code();
        }

        @Override
        public String toString() {
            return code();
        }
    }

    /**
     * The shopper would rather not have it. For backends; no product is withheld for it.
     *
     * @param word as the shopper wrote it
     */
    record Dislike(String word) implements Restriction {

        public Dislike {
            Require.notBlank(word, "dislike");
        }

        @Override
        public String code() {
            return DISLIKE_PREFIX + word;
        }

        @Override
        public String toString() {
            return code();
        }
    }

    String ALLERGEN_PREFIX = "allergen:";
    String DIET_PREFIX = "diet:";
    String DISLIKE_PREFIX = "dislike:";

    /** For example {@code allergen:egg}, {@code diet:halal} or {@code dislike:오이}. */
    String code();

    /** The restriction of a code, as {@link #code()} returns it. */
    static Optional<Restriction> ofCode(String code) {
        if (code.startsWith(ALLERGEN_PREFIX)) {
            return Allergen.ofCode(code.substring(ALLERGEN_PREFIX.length())).map(AvoidedAllergen::new);
        }
        if (code.startsWith(DIET_PREFIX)) {
            return Diet.ofCode(code.substring(DIET_PREFIX.length())).map(FollowedDiet::new);
        }
        String word = code.startsWith(DISLIKE_PREFIX) ? code.substring(DISLIKE_PREFIX.length()) : "";
        return word.isBlank() ? Optional.empty() : Optional.of(new Dislike(word));
    }

    /** What people call it: an allergen or a diet by its name in the language, a dislike as it was written. */
    default String nameIn(Language language) {
        return this instanceof Dislike dislike
                ? dislike.word()
                : DietaryVocabulary.INSTANCE.name(this).in(language);
    }

    /** Whether products are withheld for it. */
    default boolean isGuarded() {
        return !(this instanceof Dislike);
    }

    @Override
    default int compareTo(Restriction other) {
        return Comparator.comparingInt(Restriction::kind)
                .thenComparing(Restriction::code)
                .compare(this, other);
    }

    private int kind() {
        if (this instanceof AvoidedAllergen) {
            return 0;
        }
        return this instanceof FollowedDiet ? 1 : 2;
    }
}
