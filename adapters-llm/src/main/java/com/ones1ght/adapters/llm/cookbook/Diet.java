package com.ones1ght.adapters.llm.cookbook;

import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.domain.shared.Require;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ways of eating, each of which excludes foods and kinds of dishes; also what health asks for.
 *
 * @param names in the order of the alphabet
 */
public record Diet(Set<String> names) {

    private static final String DANGER = "!";
    private static final String NOT_JUDGED = "?";
    private static final Set<String> OF_HEALTH = Set.of(
            "alpha-gal", "cholesterol", "diabetic", "gout", "histamine", "illness", "kidney", "pregnant", "vitamin-k");
    private static final Set<String> MATTERS_OF_TASTE =
            Set.of("vegetarian", "vegan", "pescatarian", "low-carb", "low-fat", "high-protein");

    private static final Map<String, Rule> RULES = read();

    public static final Diet NONE = new Diet(Set.of());
    public static final Diet VEGETARIAN = of("vegetarian");
    public static final Diet VEGAN = of("vegan");

    public Diet {
        names = new TreeSet<>(names);
    }

    /** @throws IllegalArgumentException for an unknown name */
    public static Diet of(String name) {
        if (!isKnown(name)) {
            throw new IllegalArgumentException("unknown diet " + name);
        }
        return new Diet(Set.of(name));
    }

    public static boolean isKnown(String name) {
        return RULES.containsKey(name);
    }

    /** Whether the food does not suit it: by what is known of the food, or by what it contains. */
    public boolean forbids(Food food) {
        for (String name : names) {
            if (rule(name).forbids(food)) {
                return true;
            }
        }
        return false;
    }

    /** Whether dishes of this kind are excluded. */
    public boolean forbids(Dish dish) {
        for (String name : names) {
            if (rule(name).tags().stream().anyMatch(dish::has)) {
                return true;
            }
        }
        return false;
    }

    private static Rule rule(String name) {
        return Require.notNull(RULES.get(name), "diet");
    }

    /** Whether a recipe tells if it suits; where it does not, no meal may be said to. */
    public boolean isJudged() {
        return names.stream().allMatch(name -> rule(name).isJudged());
    }

    /** Whether it, or a part of it, is what an illness or a pregnancy asks for. */
    public boolean isOfHealth() {
        return names.stream().anyMatch(OF_HEALTH::contains);
    }

    /** Whether a diet is a matter of taste or belief, so that who tries it may drop it; any other may be of health. */
    public static boolean isMatterOfTaste(String name) {
        return MATTERS_OF_TASTE.contains(name);
    }

    /** Whether the dish is dangerous, so that not even asking for it makes it fit. */
    public boolean endangers(Dish dish) {
        return names.stream().anyMatch(name -> rule(name).dangers().stream().anyMatch(dish::has));
    }

    /** The families that somebody avoids as if allergic: the wheat of a gluten-free diet, the dairy of a dairy-free one. */
    Set<String> freeOf() {
        return names.stream()
                .filter(name -> name.endsWith("-free"))
                .flatMap(name -> rule(name).families().stream())
                .collect(Collectors.toSet());
    }

    /** The excluded families and foods. */
    public Set<String> families() {
        Set<String> families = new LinkedHashSet<>();
        names.forEach(name -> families.addAll(rule(name).families()));
        return families;
    }

    /** The tags of the dishes that suit it best. */
    public Set<String> suitedTags() {
        Set<String> tags = new LinkedHashSet<>();
        names.forEach(name -> tags.addAll(rule(name).suited()));
        return tags;
    }

    /** The ways of eating that somebody ends who wants one of the foods after all. */
    public static Set<String> meatlessWithout(Set<String> wanted, Foods foods) {
        return Stream.of("vegetarian", "vegan", "pescatarian")
                .filter(name -> wanted.stream().anyMatch(food -> rule(name).families().stream()
                        .anyMatch(family -> foods.isMember(food, family))))
                .collect(Collectors.toSet());
    }

    /** Both at once. */
    public Diet and(Diet other) {
        return new Diet(Exclusions.union(names, other.names));
    }

    public Diet without(Set<String> ended) {
        Set<String> rest = new LinkedHashSet<>(names);
        rest.removeAll(ended);
        return new Diet(rest);
    }

    private static Map<String, Rule> read() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (String line : ResourceText.lines(Diet.class, "diets.txt")) {
            List<String> columns = ResourceText.columns(line, 4);
            String name = columns.get(0).replace(NOT_JUDGED, "");
            rules.put(
                    name,
                    new Rule(
                            !columns.get(0).endsWith(NOT_JUDGED),
                            Set.copyOf(ResourceText.items(columns.get(1))),
                            tags(columns.get(2))
                                    .map(tag -> tag.replace(DANGER, ""))
                                    .collect(Collectors.toSet()),
                            tags(columns.get(2))
                                    .filter(tag -> tag.startsWith(DANGER))
                                    .map(tag -> tag.replace(DANGER, ""))
                                    .collect(Collectors.toSet()),
                            Set.copyOf(ResourceText.items(columns.get(3))),
                            com.ones1ght.domain.dietary.Diet.ofCode(name)));
        }
        return rules;
    }

    private static Stream<String> tags(String column) {
        return ResourceText.items(column).stream();
    }

    /**
     * @param isJudged whether leaving these out is all that it takes
     * @param declared the diet of this name that stores declare products to suit
     */
    private record Rule(
            boolean isJudged,
            Set<String> families,
            Set<String> tags,
            Set<String> dangers,
            Set<String> suited,
            Optional<com.ones1ght.domain.dietary.Diet> declared) {

        boolean forbids(Food food) {
            for (String family : families) {
                if (food.contains(family)) {
                    return true;
                }
            }
            return declared.isPresent() && !food.suits(declared.get());
        }
    }
}
