package com.ones1ght.domain.dietary;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A substance that has to be declared on food labels: the union of what three jurisdictions require.
 *
 * <ul>
 *   <li>European Union: the 14 groups of Annex II of Regulation (EU) No 1169/2011 on food information to consumers.
 *   <li>Korea: the 19 headings of the Labelling Standards for Foods (식품등의 표시기준), 22 with the three shells that the
 *       heading of shellfish names.
 *   <li>Japan: the 9 mandatory and 20 recommended items of the Food Labelling Standards (食品表示基準) as of 2026, and
 *       matsutake, which older labels still carry.
 * </ul>
 *
 * Some are groups with members: a label may declare the group, a member or both.
 */
public enum Allergen {
    MILK,
    EGG,
    FISH,
    MACKEREL(FISH),
    SALMON(FISH),
    SALMON_ROE(FISH),
    CRUSTACEAN,
    SHRIMP(CRUSTACEAN),
    CRAB(CRUSTACEAN),
    MOLLUSC,
    SQUID(MOLLUSC),
    ABALONE(MOLLUSC),
    OYSTER(MOLLUSC),
    MUSSEL(MOLLUSC),
    CLAM(MOLLUSC),
    PEANUT,
    TREE_NUT,
    WALNUT(TREE_NUT),
    ALMOND(TREE_NUT),
    CASHEW(TREE_NUT),
    PINE_NUT,
    HAZELNUT(TREE_NUT),
    PECAN(TREE_NUT),
    BRAZIL_NUT(TREE_NUT),
    MACADAMIA(TREE_NUT),
    PISTACHIO(TREE_NUT),
    GLUTEN,
    WHEAT(GLUTEN),
    SPELT(WHEAT),
    RYE(GLUTEN),
    BARLEY(GLUTEN),
    OAT(GLUTEN),
    BUCKWHEAT,
    SOY,
    SESAME,
    CELERY,
    MUSTARD,
    LUPIN,
    SULPHITE,
    PORK,
    BEEF,
    CHICKEN,
    PEACH,
    APPLE,
    ORANGE,
    KIWI,
    BANANA,
    TOMATO,
    YAM,
    MATSUTAKE,
    GELATIN;

    /** Kept, because whole catalogues are asked for them. */
    private static final Map<Allergen, String> CODES = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), allergen -> allergen.name().toLowerCase(Locale.ROOT)));

    private static final Map<String, Allergen> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Allergen::code, Function.identity()));

    private final @Nullable Allergen group;

    Allergen() {
        this(null);
    }

    Allergen(@Nullable Allergen group) {
        this.group = group;
    }

    /** The code by which stores and clients name it, for example {@code tree_nut}. */
    public String code() {
        return CODES.get(this);
    }

    /** The allergen of this code. */
    public static Optional<Allergen> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The group that it is a member of. */
    public Optional<Allergen> group() {
        return Optional.ofNullable(group);
    }

    /** Whether it is the other one, or a member of it at any depth. */
    public boolean isWithin(Allergen other) {
        return this == other || group != null && group.isWithin(other);
    }

    /**
     * Whether a label means that food contains this: the label declares it, one of its members, or a group of it
     * without saying which member.
     *
     * @param label all that the label declares
     */
    public boolean isDeclaredBy(Collection<Allergen> label) {
        // A loop, because whole catalogues are asked.
        for (Allergen declared : label) {
            if (declared.isWithin(this) || isWithin(declared) && isAlone(declared, label)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlone(Allergen group, Collection<Allergen> label) {
        return label.stream().noneMatch(declared -> declared != group && declared.isWithin(group));
    }
}
