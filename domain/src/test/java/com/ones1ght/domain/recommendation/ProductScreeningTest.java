package com.ones1ght.domain.recommendation;

import static com.ones1ght.domain.recommendation.GuardedList.AD;
import static com.ones1ght.domain.recommendation.GuardedList.COUPON;
import static com.ones1ght.domain.recommendation.GuardedList.INGREDIENTS;
import static com.ones1ght.domain.recommendation.GuardedList.RECOMMENDED_ITEMS;
import static com.ones1ght.domain.recommendation.GuardedList.TODOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.DietaryGuard;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.recommendation.ProductScreening.Screened;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductScreeningTest {

    private static final Restriction NO_EGG = new AvoidedAllergen(Allergen.EGG);
    private static final List<Restriction> BECAUSE = List.of(NO_EGG);
    private static final long EGGS = 1;
    private static final long TOFU = 2;
    private static final long MYSTERY = 3;
    private static final long UNLISTED = 9;

    private static final ProductDietaryData WITH_EGG = new ProductDietaryData(List.of(Allergen.EGG), null, null);
    private static final ProductDietaryData WITHOUT = new ProductDietaryData(List.of(), List.of(), null);

    private static final ProductScreening DECLARED = screening(DietaryGuard.DECLARED);
    private static final ProductScreening STRICT = screening(DietaryGuard.STRICT);

    private static ProductScreening screening(DietaryGuard guard) {
        return new ProductScreening(
                guard,
                BECAUSE,
                Products.byId(
                        Products.named(EGGS, "Free-range eggs 10 pcs", WITH_EGG),
                        Products.named(TOFU, "Tofu", WITHOUT),
                        Products.named(MYSTERY, "Mystery", ProductDietaryData.UNKNOWN)),
                Language.EN);
    }

    private static Meal aMeal(String... ingredients) {
        return new Meal(
                "Omelette",
                null,
                null,
                null,
                null,
                Stream.of(ingredients)
                        .map(name -> new Ingredient(LocalizedText.same(name), null, null, null))
                        .toList());
    }

    private static ShoppingLine line(@Nullable Long product, String price, int quantity) {
        return new ShoppingLine(
                product == null ? null : new ProductId(product),
                "item",
                "item",
                new BigDecimal(price),
                null,
                quantity,
                true);
    }

    private static ShoppingList list(ShoppingLine... lines) {
        return new ShoppingList(List.of(lines), new BigDecimal("1000"));
    }

    private static BackRecommendation back(String recId, @Nullable Long product, NotificationType type) {
        return BackRecommendations.of(recId, product == null ? null : new ProductId(product), type);
    }

    private static UpsellItem upsell(String recId, @Nullable Long product) {
        return new UpsellItem(
                "up-" + recId,
                recId,
                product == null ? null : new ProductId(product),
                "name",
                null,
                SurfaceReason.UPSELL,
                null,
                null,
                null);
    }

    private static WithheldItem withheld(
            GuardedList list, @Nullable Long product, @Nullable String recId, String name) {
        return new WithheldItem(
                list,
                product == null ? null : new ProductId(product),
                recId,
                list == RECOMMENDED_ITEMS ? "up-" + recId : null,
                name,
                BECAUSE);
    }

    @Test
    void aForbiddenLineShouldGoAndTheTotalShouldFollow() {
        Screened<ShoppingList> screened =
                DECLARED.screen(aMeal(), list(line(EGGS, "300", 2), line(TOFU, "150", 2), line(null, "50", 1)), true);

        assertThat(screened.kept())
                .isEqualTo(new ShoppingList(List.of(line(TOFU, "150", 2), line(null, "50", 1)), new BigDecimal("350")));
        assertThat(screened.withheld()).containsExactly(withheld(TODOS, EGGS, null, "Free-range eggs 10 pcs"));
    }

    @Test
    void aListWithoutForbiddenLinesShouldStayAsTheBackendWroteIt() {
        ShoppingList list = list(line(TOFU, "150", 2), line(MYSTERY, "1", 1), line(UNLISTED, "1", 1));

        assertThat(DECLARED.screen(aMeal(), list, true)).isEqualTo(new Screened<>(list, List.of()));
    }

    @Test
    void anUnknownTotalShouldStayUnknown() {
        ShoppingList list = new ShoppingList(List.of(line(EGGS, "300", 2)), null);

        assertThat(DECLARED.screen(aMeal(), list, true).kept()).isEqualTo(new ShoppingList(List.of(), null));
    }

    @Test
    void anIngredientThatIsKnownToBreakARestrictionShouldBeNamedOnce() {
        Screened<ShoppingList> screened = DECLARED.screen(
                aMeal("Egg", "Tofu", "Eggplant"), list(line(EGGS, "300", 1), line(EGGS, "300", 1)), false);

        assertThat(screened.withheld())
                .containsExactly(
                        withheld(TODOS, EGGS, null, "Free-range eggs 10 pcs"),
                        withheld(TODOS, EGGS, null, "Free-range eggs 10 pcs"),
                        withheld(INGREDIENTS, null, null, "Egg"));
    }

    @Test
    void strictlyWhatIsNotKnownShouldGoTooButBeNamedOnlyWhereItWouldStand() {
        ShoppingList list = list(line(MYSTERY, "1", 1), line(null, "50", 1), line(TOFU, "150", 1));

        Screened<ShoppingList> inSession = STRICT.screen(aMeal("Mystery"), list, true);
        Screened<ShoppingList> elsewhere = STRICT.screen(aMeal("Mystery"), list, false);

        assertThat(inSession.kept().items()).containsExactly(line(TOFU, "150", 1));
        assertThat(inSession.withheld())
                .containsExactly(withheld(TODOS, MYSTERY, null, "Mystery"), withheld(TODOS, null, null, "item"));
        assertThat(elsewhere.kept()).isEqualTo(inSession.kept());
        assertThat(elsewhere.withheld()).containsExactly(withheld(TODOS, MYSTERY, null, "Mystery"));
    }

    @Test
    void recommendedItemsShouldBeScreened() {
        UpsellSurface surface = new UpsellSurface(
                List.of(upsell("a", EGGS), upsell("b", TOFU), upsell("c", MYSTERY), upsell("d", null)));

        assertThat(DECLARED.screen(surface).kept().items())
                .extracting(UpsellItem::recommendationId)
                .containsExactly("b", "c", "d");
        assertThat(DECLARED.screen(surface).withheld())
                .containsExactly(withheld(RECOMMENDED_ITEMS, EGGS, "a", "Free-range eggs 10 pcs"));
        assertThat(STRICT.screen(surface).kept().items())
                .extracting(UpsellItem::recommendationId)
                .containsExactly("b");
        assertThat(STRICT.screen(surface).withheld()).hasSize(2);
    }

    @Test
    void adsAndCouponsShouldBeScreenedBeforeTheyAreRanked() {
        BackList backList = new BackList(List.of(
                back("a", EGGS, NotificationType.ADS),
                back("b", TOFU, NotificationType.ADS),
                back("c", EGGS, NotificationType.COUPON),
                back("d", null, NotificationType.COUPON)));

        assertThat(DECLARED.screen(backList).kept().recommendations())
                .extracting(BackRecommendation::recommendationId)
                .containsExactly("b", "d");
        assertThat(DECLARED.screen(backList).withheld())
                .containsExactly(
                        withheld(AD, EGGS, "a", "Free-range eggs 10 pcs"),
                        withheld(COUPON, EGGS, "c", "Free-range eggs 10 pcs"));
        assertThat(STRICT.screen(backList).kept().recommendations())
                .extracting(BackRecommendation::recommendationId)
                .containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource({
        "egg, Free-range eggs 10 pcs, true",
        "tomatoes, Cherry tomato, true",
        "eggs, Egg noodles, true",
        "egg, Eggplant, false",
        "salt, Unsalted butter, false",
        "豆腐, 木綿豆腐 300g, true",
        "두부, 국산콩두부 300g, true",
        "무, 무염버터 200g, false",
        "우유, 바나나우유 240ml, true"
    })
    void aProductShouldBeNamedAfterItsIngredientByTheEndOfAWord(String ingredient, String product, boolean named) {
        Meal meal = aMeal(ingredient);

        assertThat(IngredientNames.areOf(
                        meal.ingredients().get(0), line(EGGS, "1", 1), Products.named(EGGS, product, WITH_EGG)))
                .isEqualTo(named);
    }
}
