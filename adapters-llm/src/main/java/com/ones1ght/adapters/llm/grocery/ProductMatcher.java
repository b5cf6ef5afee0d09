package com.ones1ght.adapters.llm.grocery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.language.TextNormalizer;
import com.ones1ght.adapters.llm.grocery.ProductConcepts.Names;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.StoreId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the store's products for a food: at most three searches each. */
final class ProductMatcher {

    private static final int CANDIDATES = 12;
    /** Words that do not make it a different product. */
    private static final Set<String> PLAIN = Set.of("all", "purpose", "plain", "fresh", "large", "regular");

    /** Words that say what a pack holds. */
    private static final Set<String> PACKAGING =
            Set.of("pc", "pack", "serving", "sheet", "bunch", "head", "roll", "bag", "can");

    private static final Pattern SIZE = Pattern.compile("\\d+(?:\\.\\d+)?(?:x\\d+)?(?:kg|g|ml|l|cl|pcs?|p|ea|ct)?");
    private static final Map<String, String> SECTIONS = new HashMap<>(Map.of(
            "Produce",
            "PR",
            "Meat",
            "MT",
            "Seafood",
            "FI",
            "Dairy",
            "DY",
            "Pantry",
            "PA",
            "Frozen",
            "FR",
            "Bakery",
            "BK",
            "Alcohol",
            "AL",
            "Beverages",
            "DR",
            "Deli",
            "DL"));

    private static final int MAX_NAMES = 50_000;

    /** How well products fit depends on nothing else, so they are compared once. */
    private static final Cache<Compared, Fit> FITS =
            Caffeine.newBuilder().maximumSize(MAX_NAMES).executor(Runnable::run).build();

    private final StoreCatalog catalog;
    private final StoreId store;
    private final Cookbook cookbook;

    ProductMatcher(StoreCatalog catalog, StoreId store, Cookbook cookbook) {
        this.catalog = catalog;
        this.store = store;
        this.cookbook = cookbook;
    }

    /** Products that are this food, best first: exact name, expected section, plainest name. */
    List<Product> find(Food food) {
        return ranked(food).stream().map(Ranked::product).toList();
    }

    /** Of the products that are this food and accepted: the best, and those that are as good. */
    List<Product> best(Food food, Predicate<Product> accepted) {
        List<Ranked> found = ranked(food).stream()
                .filter(ranked -> accepted.test(ranked.product()))
                .toList();
        return found.stream()
                .filter(ranked -> ranked == found.get(0)
                        || ranked.fit().isAsGoodAs(found.get(0).fit()))
                .map(Ranked::product)
                .toList();
    }

    private List<Ranked> ranked(Food food) {
        LocalizedText name = food.name();
        for (String query : new LinkedHashSet<>(List.of(name.en(), name.ko(), name.ja()))) {
            List<Ranked> found = catalog.search(store, query, CANDIDATES).stream()
                    .flatMap(product -> rank(product, food).stream())
                    .sorted(Comparator.comparing(Ranked::fit))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private Optional<Ranked> rank(Product product, Food food) {
        Compared compared = new Compared(Names.of(product), product.sectionCode(), food.key());
        Fit fit = FITS.get(compared, ignored -> compare(product, food));
        return fit == Fit.OTHER ? Optional.empty() : Optional.of(new Ranked(product, fit));
    }

    private Fit compare(Product product, Food food) {
        return is(product, food)
                ? new Fit(
                        distanceOfName(product, food),
                        otherFoods(product, food),
                        inSection(product, food.category()) ? 0 : 1,
                        furtherWords(product, food.name()))
                : Fit.OTHER;
    }

    private record Compared(Names names, @Nullable String section, String food) {}

    private record Ranked(Product product, Fit fit) {}

    /** How well a product is a food; lower numbers are better, the first one counts most. */
    private record Fit(int distance, int otherFoods, int otherSection, int furtherWords) implements Comparable<Fit> {

        /** The product is something else. */
        private static final Fit OTHER =
                new Fit(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

        private static final Comparator<Fit> BY_KIND = Comparator.comparingInt(Fit::distance)
                .thenComparingInt(Fit::otherFoods)
                .thenComparingInt(Fit::otherSection);
        private static final Comparator<Fit> BEST_FIRST = BY_KIND.thenComparingInt(Fit::furtherWords);

        @Override
        public int compareTo(Fit other) {
            return BEST_FIRST.compare(this, other);
        }

        boolean isAsGoodAs(Fit other) {
            return distance == 0 && BY_KIND.compare(this, other) == 0;
        }
    }

    /** Products for a food that the cookbook does not know, best first: their names contain all words of its name. */
    List<Product> findNamed(LocalizedText name) {
        for (String query : new LinkedHashSet<>(List.of(name.en(), name.ko(), name.ja()))) {
            Set<String> wanted = words(query);
            List<Product> found = catalog.search(store, query, CANDIDATES).stream()
                    .filter(product -> !wanted.isEmpty()
                            && ProductConcepts.allNames(product).stream()
                                    .anyMatch(its -> words(its).containsAll(wanted)))
                    .sorted(Comparator.comparingInt(
                            product -> isCalled(product, List.of(name.ko(), name.en(), name.ja())) ? 0 : 1))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Products that consist of this food alone. */
    List<Product> findPlain(Food food) {
        return find(food).stream()
                .filter(product -> otherFoods(product, food) == 0)
                .toList();
    }

    // The analyzer takes the longest term: "napa cabbage" is no cabbage, "soy sauce" no sauce of soy.
    private boolean is(Product product, Food food) {
        Set<String> concepts = ProductConcepts.of(product);
        return concepts.contains(food.key())
                || concepts.isEmpty()
                        && words(ProductConcepts.names(product).en()).containsAll(words(food.key()));
    }

    private int otherFoods(Product product, Food food) {
        return (int) ProductConcepts.of(product).stream()
                .filter(concept -> !concept.equals(food.key()) && !food.contains(concept))
                .count();
    }

    /** 0 for the food's own name or a variety of it, sizes ignored, 1 for another name of it, else 2. */
    private int distanceOfName(Product product, Food food) {
        LocalizedText name = food.name();
        if (isCalled(product, List.of(name.ko(), name.en(), name.ja())) || isCalled(product, food.varieties())) {
            return 0;
        }
        return isCalled(product, cookbook.foods().words().getOrDefault(food.key(), List.of())) ? 1 : 2;
    }

    private static boolean isCalled(Product product, List<String> names) {
        Set<Set<String>> wanted = new LinkedHashSet<>();
        names.forEach(name -> wanted.add(words(name)));
        return ProductConcepts.allNames(product).stream()
                .map(ProductMatcher::wordsWithoutSize)
                .anyMatch(wanted::contains);
    }

    private static Set<String> wordsWithoutSize(String name) {
        Set<String> words = words(name);
        boolean hasSize = words.removeIf(word -> Character.isDigit(word.charAt(0)));
        words.removeIf(word -> hasSize && PACKAGING.contains(word));
        return words;
    }

    private static boolean inSection(Product product, String category) {
        return SECTIONS.getOrDefault(category, "").equals(product.sectionCode());
    }

    private static int furtherWords(Product product, LocalizedText name) {
        Set<String> further = words(ProductConcepts.names(product).en());
        if (!further.containsAll(words(name.en()))) {
            return Integer.MAX_VALUE;
        }
        further.removeAll(words(name.en()));
        further.removeIf(word -> SIZE.matcher(word).matches() || PLAIN.contains(word));
        return further.size();
    }

    /** The words of an English name in the singular. */
    private static Set<String> words(String name) {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(TextNormalizer.normalize(name).split("[^\\p{L}\\p{N}.]+"))
                .filter(word -> !word.isEmpty())
                .map(ProductMatcher::singular)
                .forEach(words::add);
        return words;
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("oes")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") && word.length() > 3
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
