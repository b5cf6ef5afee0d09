package com.ones1ght.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Food;
import com.ones1ght.adapters.llm.cookbook.FoodNames;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.cookbook.RecipeIngredient;
import com.ones1ght.adapters.llm.embedded.EmbeddedPipeline;
import com.ones1ght.adapters.store.embedded.EmbeddedStore;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole cookbook in the store that it is cooked from: what a shopper avoids is neither bought, nor told, nor offered. */
class CookbookInStoreTest {

    private static final Foods FOODS = Cookbook.bundled().foods();
    private static final FoodNames NAMES = new FoodNames(FOODS);
    private static final EmbeddedStore STORE = new EmbeddedStore();
    private static final EmbeddedPipeline PIPELINE = new EmbeddedPipeline(STORE);

    /** Ads and coupons of every so many dishes are looked at, others for each restriction. */
    private static final int OFFERS_EACH = 6;

    /** Texts recur in many runs, and are searched once. */
    private static final Set<String> TOLD = new HashSet<>();

    private static final Map<String, List<Food>> NAMED = new HashMap<>();

    static Stream<Restriction> restrictions() {
        return Stream.concat(
                Arrays.stream(Allergen.values()).map(Restriction.AvoidedAllergen::new),
                Arrays.stream(Diet.values()).map(Restriction.FollowedDiet::new));
    }

    @Test
    void aDishShouldBuyNothingThatItIsFreeOf() {
        for (Dish dish : Cookbook.bundled().dishes()) {
            List<ProductDietaryData> foods = dish.ingredients().stream()
                    .map(RecipeIngredient::food)
                    .map(Food::dietary)
                    .toList();
            List<Restriction> kept = restrictions()
                    .filter(restriction -> foods.stream().allMatch(food -> suits(food, restriction)))
                    .toList();
            for (Product product : listed(run(dish, Language.EN, "{}", 2))) {
                assertThat(DietaryGuard.DECLARED.objections(product.dietary(), kept))
                        .as("%s buys %s", dish.id(), product.name())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("restrictions")
    void whatAShopperAvoidsShouldBeNowhere(Restriction restriction) {
        String profile = "{\"restrictions\": [\"" + restriction.code() + "\"]}";
        List<Dish> dishes = Cookbook.bundled().dishes();
        boolean isInNoDish = dishes.stream()
                .flatMap(dish -> dish.ingredients().stream())
                .allMatch(ingredient -> suits(ingredient.food().dietary(), restriction));
        for (int i = 0; i < dishes.size(); i++) {
            // Each dish in one language, each restriction in all of them.
            Language language = Language.values()[(i + restriction.code().length()) % Language.values().length];
            boolean offers = (i + restriction.code().hashCode()) % OFFERS_EACH == 0;
            if (!offers && isInNoDish) {
                continue;
            }
            String where = restriction + ", asked for " + dishes.get(i).id() + " in " + language;
            PipelineSnapshot run = run(dishes.get(i), language, profile, offers ? 4 : 2);
            checkMeal(Objects.requireNonNull(run.meal()).value(), restriction, language, where);
            checkProducts(listed(run), restriction, where);
            if (offers) {
                checkProducts(offered(run), restriction, where);
                checkOffers(run, restriction, where);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "KO; '\"있는 것: 고춧가루, 마늘\"'",
                "EN; '[\"gochugaru\", \"garlic\"]'",
                "JA; '{\"粉唐辛子\": true, \"にんにく\": true, \"卵\": false}'"
            })
    void whatAShopperHasShouldNotBeBought(Language language, String pantry) {
        for (Dish dish : Cookbook.bundled().dishes()) {
            assertThat(listed(run(dish, language, "{\"extra\": {\"pantry\": " + pantry + "}}", 2)))
                    .as(dish.id())
                    .extracting(product -> product.nameIn(Language.EN))
                    .noneMatch(name -> name.contains("chili flakes") || name.contains("Peeled garlic"));
        }
    }

    private static void checkMeal(Meal meal, Restriction restriction, Language language, String where) {
        List<Food> foods = meal.ingredients().stream()
                .map(ingredient -> FOODS.get(ingredient.name().en()))
                .toList();
        assertThat(foods).as(where).isNotEmpty().allMatch(food -> suits(food.dietary(), restriction));
        // What a diet leaves open is said in the notes.
        String notes = restriction instanceof Restriction.AvoidedAllergen ? Objects.requireNonNull(meal.notes()) : "";
        for (String text : List.of(
                meal.recipeTitle(),
                Objects.requireNonNull(meal.introMessage()),
                Objects.requireNonNull(meal.recipeDescription()),
                notes)) {
            if (TOLD.add(text + foods.hashCode())) {
                assertThat(NAMES.strangers(text, language, foods))
                        .as("%s: %s", where, text)
                        .isEmpty();
            }
        }
    }

    private static void checkProducts(List<Product> products, Restriction restriction, String where) {
        assertThat(products).as(where).allMatch(product -> suits(product.dietary(), restriction));
    }

    private static List<Product> offered(PipelineSnapshot run) {
        return products(Stream.concat(
                        Objects.requireNonNull(run.upsellSurface()).value().items().stream()
                                .map(UpsellItem::productId),
                        Objects.requireNonNull(run.backList()).value().recommendations().stream()
                                .map(BackRecommendation::productId))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    /** All copy, and the analysis as far as it is about products: a zone is called after more than one. */
    private static void checkOffers(PipelineSnapshot run, Restriction restriction, String where) {
        Stream.concat(
                        Objects.requireNonNull(run.upsellSurface()).value().items().stream()
                                .flatMap(item -> Stream.of(item.reasonDetail(), item.reasonDetailMarketing())),
                        Objects.requireNonNull(run.backList()).value().recommendations().stream()
                                .flatMap(offer -> Stream.of(
                                        "zone_efficiency".equals(offer.reasonType()) ? null : offer.reasonDetail(),
                                        offer.reasonDetailMarketing())))
                .filter(Objects::nonNull)
                .forEach(text -> {
                    for (Language language : Language.values()) {
                        assertThat(named(text.in(language), language))
                                .as("%s: %s", where, text)
                                .allMatch(food -> suits(food.dietary(), restriction));
                    }
                });
    }

    private static List<Food> named(String text, Language language) {
        return NAMED.computeIfAbsent(text, ignored -> NAMES.foods(text, language));
    }

    private static boolean suits(ProductDietaryData data, Restriction restriction) {
        return DietaryGuard.DECLARED.objections(data, List.of(restriction)).isEmpty();
    }

    private static List<Product> listed(PipelineSnapshot run) {
        return products(Objects.requireNonNull(run.shoppingList()).value().items().stream()
                .map(ShoppingLine::productId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private static List<Product> products(Collection<ProductId> ids) {
        return List.copyOf(STORE.products(EmbeddedStore.MAIN, ids).values());
    }

    private static PipelineSnapshot run(Dish dish, Language language, String profile, int steps) {
        String prompt = dish.title().in(language);
        PipelineRequest request = new PipelineRequest(
                "0199.0",
                "demo",
                EmbeddedStore.MAIN,
                language,
                prompt,
                prompt,
                List.of(),
                new ProfileDocument(profile),
                List.of());
        PipelineSnapshot snapshot = PipelineSnapshot.empty();
        for (int step = 0; step < steps; step++) {
            snapshot = PIPELINE.advance(request, snapshot).toCompletableFuture().join();
        }
        return snapshot;
    }
}
