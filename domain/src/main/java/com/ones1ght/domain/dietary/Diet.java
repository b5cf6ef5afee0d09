package com.ones1ght.domain.dietary;

import static com.ones1ght.domain.dietary.Allergen.BEEF;
import static com.ones1ght.domain.dietary.Allergen.CHICKEN;
import static com.ones1ght.domain.dietary.Allergen.CRUSTACEAN;
import static com.ones1ght.domain.dietary.Allergen.EGG;
import static com.ones1ght.domain.dietary.Allergen.FISH;
import static com.ones1ght.domain.dietary.Allergen.GELATIN;
import static com.ones1ght.domain.dietary.Allergen.MILK;
import static com.ones1ght.domain.dietary.Allergen.MOLLUSC;
import static com.ones1ght.domain.dietary.Allergen.PORK;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A way of eating that rules foods out. What suits a stricter diet suits the diets that it implies. */
public enum Diet {
    PESCATARIAN(null, PORK, BEEF, CHICKEN),
    /** Gelatin is made from animals, whichever they are. */
    VEGETARIAN(PESCATARIAN, FISH, CRUSTACEAN, MOLLUSC, GELATIN),
    VEGAN(VEGETARIAN, MILK, EGG),
    HALAL(null, PORK),
    KOSHER(null, PORK, CRUSTACEAN, MOLLUSC);

    private static final Map<String, Diet> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Diet::code, Function.identity()));

    private final @Nullable Diet implied;
    private final Set<Allergen> forbidden;

    Diet(@Nullable Diet implied, Allergen... forbidden) {
        this.implied = implied;
        this.forbidden = Set.of(forbidden);
    }

    /** The code by which stores and clients name it, for example {@code vegan}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The diet of this code. */
    public static Optional<Diet> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Whether all that suits this diet suits the other: {@code VEGAN} implies {@code VEGETARIAN}, and itself. */
    public boolean implies(Diet other) {
        return this == other || implied != null && implied.implies(other);
    }

    /** Whether food with this label cannot suit the diet. Not every food that does not suit has such a label. */
    public boolean isBrokenBy(Collection<Allergen> label) {
        return label.stream().anyMatch(declared -> forbidden.stream().anyMatch(declared::isWithin))
                || implied != null && implied.isBrokenBy(label);
    }
}
