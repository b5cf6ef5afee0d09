package com.ones1ght.application.chat.port;

import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.dietary.ProductDietaryData;
import com.ones1ght.domain.recommendation.AnalystComments;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RankedNotification;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.RecommendedItems;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Values of merged steps: with all their fields set, and with only what the types require. */
public final class ResultSamples {

    public static final Product TOFU = new Product(
            new ProductId(Long.MAX_VALUE),
            "두부 \"300g\" \u0000",
            null,
            "brand",
            "4906028184943",
            new BigDecimal("1980.00"),
            "¥",
            "https://cdn.example/1.png",
            100,
            "PR",
            "section",
            null,
            new Location(28, 22.794, 0.5),
            new ProductDietaryData(List.of(Allergen.SOY), List.of(), List.of(Diet.VEGAN)));

    public static final Product BAG = new Product(
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

    private static final LocalizedText TEXT = new LocalizedText("두부", "tofu", "豆腐");

    private ResultSamples() {}

    /** What steps 1 to {@code steps} give. */
    public static RoundResult upToStep(int steps) {
        return new RoundResult(
                steps >= 2 ? List.of(new TodoItem(2, TOFU), new TodoItem(1, BAG)) : null,
                steps >= 3 ? recommendedItems() : null,
                steps >= 4 ? notifications() : null,
                RoundGuard.NONE);
    }

    private static RecommendedItems recommendedItems() {
        RecommendedItem full = new RecommendedItem(
                new UpsellItem(
                        "u1\u0000", "r1", TOFU.id(), "김", "laver", SurfaceReason.CROSS_SELL, TEXT, TEXT, "why r1"),
                TOFU);
        RecommendedItem bare = new RecommendedItem(
                new UpsellItem(null, "r2", BAG.id(), null, null, SurfaceReason.IMPULSE, null, null, null), BAG);
        return new RecommendedItems(
                List.of(full, bare), new AnalystComments(Map.of("r1", "why r1", "unmatched", "why \u0000 not")));
    }

    private static Notifications notifications() {
        return new Notifications(
                new Location(4, 1, 2),
                List.of(new RankedNotification(1, full("r3", NotificationType.ADS), TOFU)),
                List.of(
                        new RankedNotification(1, full("r3", NotificationType.COUPON), BAG),
                        new RankedNotification(2, bare("r4"), null)),
                new AnalystComments(Map.of("r3", "why r3", "fourth ad", "why")));
    }

    private static BackRecommendation full(String recId, NotificationType type) {
        return new BackRecommendation(
                recId,
                TOFU.id(),
                "김",
                "laver",
                "brand",
                7L,
                "zone",
                new BigDecimal("980"),
                type,
                new BigDecimal("12.5"),
                new BigDecimal("0.70"),
                new BigDecimal("1E+3"),
                "zone_efficiency",
                TEXT,
                TEXT,
                "copurchase_lift",
                "a = b",
                "why " + recId);
    }

    private static BackRecommendation bare(String recId) {
        return new BackRecommendation(
                recId,
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
                null);
    }
}
