package com.ones1ght.application.chat.runner;

import com.ones1ght.domain.dietary.ProductDietaryData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges labels by the tables of the documentation, on the codes alone and without the guard's own code. */
final class LabelOracle {

    private static final Map<String, String> GROUPS = Stream.of(
                    "crustacean: shrimp crab",
                    "mollusc: squid abalone oyster mussel clam",
                    "tree_nut: walnut almond cashew hazelnut pecan brazil_nut macadamia pistachio",
                    "gluten: wheat rye barley oat",
                    "wheat: spelt",
                    "fish: mackerel salmon salmon_roe")
            .map(line -> line.split(": "))
            .flatMap(line -> Stream.of(line[1].split(" ")).map(member -> Map.entry(member, line[0])))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, Set<String>> FORBIDDEN = Map.of(
            "halal", Set.of("pork"),
            "kosher", Set.of("pork", "crustacean", "mollusc"),
            "pescatarian", Set.of("pork", "beef", "chicken"),
            "vegetarian", Set.of("pork", "beef", "chicken", "gelatin", "fish", "crustacean", "mollusc"),
            "vegan", Set.of("pork", "beef", "chicken", "gelatin", "fish", "crustacean", "mollusc", "milk", "egg"));

    private static final Map<String, Set<String>> SUITED_BY = Map.of(
            "halal", Set.of("halal"),
            "kosher", Set.of("kosher"),
            "pescatarian", Set.of("pescatarian", "vegetarian", "vegan"),
            "vegetarian", Set.of("vegetarian", "vegan"),
            "vegan", Set.of("vegan"));

    private final List<String> restrictions;

    LabelOracle(List<String> restrictions) {
        this.restrictions = restrictions.stream()
                .filter(code -> !code.startsWith("dislike:"))
                .toList();
    }

    boolean restrictsProducts() {
        return !restrictions.isEmpty();
    }

    boolean isKnownToBreak(ProductDietaryData product) {
        return restrictions.stream().anyMatch(code -> breaks(code, product));
    }

    boolean isKnownToSuit(ProductDietaryData product) {
        return restrictions.stream().allMatch(code -> suits(code, product));
    }

    private static boolean breaks(String restriction, ProductDietaryData product) {
        Set<String> label = codes(product.allergens());
        if (restriction.startsWith("allergen:")) {
            return label != null && declares(label, restriction.substring("allergen:".length()));
        }
        String diet = restriction.substring("diet:".length());
        Set<String> diets = codes(product.diets());
        boolean isRuledOut = label != null
                && label.stream().anyMatch(code -> withGroups(code).anyMatch(FORBIDDEN.get(diet)::contains));
        return isRuledOut || diets != null && diets.stream().noneMatch(SUITED_BY.get(diet)::contains);
    }

    private static boolean suits(String restriction, ProductDietaryData product) {
        if (restriction.startsWith("diet:")) {
            return product.diets() != null && !breaks(restriction, product);
        }
        Set<String> traces = codes(product.mayContain());
        String allergen = restriction.substring("allergen:".length());
        return product.allergens() != null
                && !breaks(restriction, product)
                && (traces == null || !declares(traces, allergen));
    }

    private static boolean declares(Set<String> label, String allergen) {
        boolean isItOrAMember = label.stream().anyMatch(code -> withGroups(code).anyMatch(allergen::equals));
        boolean isOfAnUnexplainedGroup = withGroups(allergen)
                .filter(label::contains)
                .anyMatch(group -> label.stream()
                        .noneMatch(
                                code -> !code.equals(group) && withGroups(code).anyMatch(group::equals)));
        return isItOrAMember || isOfAnUnexplainedGroup;
    }

    /** The code, its group, and the group of that. */
    private static Stream<String> withGroups(String code) {
        return Stream.iterate(code, Objects::nonNull, GROUPS::get);
    }

    private static @Nullable Set<String> codes(@Nullable List<? extends Enum<?>> constants) {
        return constants == null
                ? null
                : constants.stream().map(each -> each.name().toLowerCase()).collect(Collectors.toSet());
    }
}
