package com.ones1ght.adapters.rest.chat;

import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.recommendation.AnalystComments;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RankedCouponSpot;
import com.ones1ght.domain.recommendation.RankedNotification;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results of a run, as the examples of the client API have them. */
public final class Results {

    private Results() {}

    /** A dressing with everything that a store knows of a product. */
    public static Product dressing() {
        return new Product(
                new ProductId(881),
                "Dressing",
                new LocalizedText("참깨 드레싱", "Sesame Dressing", "ごまドレッシング"),
                "キユーピー",
                "4906028184943",
                new BigDecimal("3600.00"),
                "₩",
                "https://cdn.example/881.png",
                100,
                "PA",
                "식료품",
                new LocalizedText("식료품", "Pantry", "食料品"),
                new Location(28, 22.794, 0.5),
                new ProductDietaryData(List.of(Allergen.EGG, Allergen.SESAME), List.of(), null));
    }

    /** A product of which the store knows only what it must. */
    public static Product bareProduct() {
        return new Product(
                new ProductId(7),
                "Bag",
                null,
                null,
                null,
                BigDecimal.ONE,
                "₩",
                null,
                null,
                null,
                null,
                null,
                null,
                ProductDietaryData.UNKNOWN);
    }

    /** A shopping list with one ingredient and two products. */
    public static Todos todos() {
        Ingredient cabbage = new Ingredient(
                new LocalizedText("배추", "napa cabbage", "白菜"),
                "Produce",
                new BigDecimal("0.250"),
                new LocalizedText("포기", "head", "玉"));
        Ingredient salt = new Ingredient(new LocalizedText("소금", "salt", "塩"), null, null, null);
        Meal meal = new Meal("카레", "오늘은 \"카레\"", null, "추천", "notes", List.of(cabbage, salt));
        List<TodoItem> items = List.of(new TodoItem(2, dressing()), new TodoItem(1, bareProduct()));
        return new Todos(meal, items, new BigDecimal("7.201E+3"));
    }

    /** A line that the store knows, one whose product it has lost, and one that upstream itself could not match. */
    public static ShoppingList shoppingList() {
        return new ShoppingList(
                List.of(
                        new ShoppingLine(
                                new ProductId(881),
                                "참깨 드레싱",
                                "Sesame Dressing",
                                new BigDecimal("380.50"),
                                "Pantry",
                                2,
                                true),
                        new ShoppingLine(new ProductId(7), "x", "Lost", new BigDecimal("1E+2"), null, 1, true),
                        new ShoppingLine(null, null, null, null, null, 1, false)),
                new BigDecimal("2450.0"));
    }

    /** An ad with all that upstream may say, and a coupon with only what it must. */
    public static BackList backList() {
        return new BackList(List.of(
                recommendation(NotificationType.ADS, 881L),
                new BackRecommendation(
                        "rec-3",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        NotificationType.COUPON,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    /** One cross-sell. */
    public static List<RecommendedItem> recommendedItems() {
        UpsellItem item = new UpsellItem(
                "up-1",
                "rec-1",
                new ProductId(881),
                "x",
                "x",
                SurfaceReason.CROSS_SELL,
                LocalizedText.same("lift 2.1"),
                null,
                "for analysts only");
        return List.of(new RecommendedItem(item, dressing()));
    }

    /** One ad with a product and one coupon without. */
    public static Notifications notifications() {
        return new Notifications(
                new Location(4, 1, 2),
                List.of(new RankedNotification(1, recommendation(NotificationType.ADS, 881L), dressing())),
                List.of(new RankedNotification(1, recommendation(NotificationType.COUPON, null), null)),
                AnalystComments.NONE);
    }

    /** One coupon spot, away from its product. */
    public static List<RankedCouponSpot> couponSpots() {
        CouponSpot spot = new CouponSpot(
                3,
                new ProductId(881),
                "프로틴 바",
                "Protein Bar",
                "B",
                new BigDecimal("10.0"),
                new Location(12.3, 4.5, 1),
                true);
        return List.of(new RankedCouponSpot(1, spot, dressing()));
    }

    private static BackRecommendation recommendation(NotificationType type, @Nullable Long product) {
        return new BackRecommendation(
                "rec-2",
                product == null ? null : new ProductId(product),
                "간장 1L",
                "Soy Sauce 1L",
                "Higeta",
                12L,
                "Pantry",
                new BigDecimal("860"),
                type,
                new BigDecimal("5"),
                new BigDecimal("0.85"),
                new BigDecimal("0.95"),
                "cross-sell",
                LocalizedText.same("why"),
                new LocalizedText("가", "a", "あ"),
                "copurchase_lift",
                "a*b",
                "for analysts only");
    }
}
