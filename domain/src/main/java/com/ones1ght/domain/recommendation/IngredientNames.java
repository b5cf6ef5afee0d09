package com.ones1ght.domain.recommendation;

import com.ones1ght.domain.store.Product;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the ingredient of a recipe for which a line of the shopping list buys. */
final class IngredientNames {

    private static final char LATIN_END = '\u0250';

    private IngredientNames() {}

    /**
     * Whether the line or its product is named after the ingredient. Names of products have the kind of food at the end
     * of a word, in Korean and Japanese, or as a word of its own: 木綿豆腐 is 豆腐, an unsalted butter is no salt.
     */
    static boolean areOf(Ingredient ingredient, ShoppingLine line, Product product) {
        return Stream.of(
                        ingredient.name().ko(),
                        ingredient.name().en(),
                        ingredient.name().ja())
                .map(IngredientNames::plain)
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> Stream.of(line.itemName(), line.itemNameEn(), product.name())
                        .filter(Objects::nonNull)
                        .map(IngredientNames::plain)
                        .anyMatch(full -> isNamedAfter(full, name)));
    }

    private static boolean isNamedAfter(String full, String name) {
        boolean isLatin = name.chars().allMatch(c -> c < LATIN_END);
        return isLatin
                ? (" " + full + " ").contains(" " + name + " ")
                : Arrays.stream(full.split(" ")).anyMatch(word -> word.endsWith(name));
    }

    /** In lower case, without marks, and without the endings by which singular and plural differ. */
    private static String plain(String name) {
        String words = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M}]+", " ")
                .strip();
        return words.replaceAll("(?<=[a-z]{2})(?:es|e|s)\\b", "");
    }
}
