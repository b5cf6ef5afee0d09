package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RankedCouponSpot;
import com.ones1ght.domain.recommendation.RankedNotification;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.CouponSpot;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes results in the shapes of the client API. Ads, coupons and coupon spots have the same keys. */
@ApplicationScoped
public class JsonResultDocuments implements ResultDocuments {

    @Override
    public JsonFragment todos(Todos todos, Language language) {
        Meal meal = todos.meal();
        return ResultWriter.document(
                language,
                json -> json.object(() -> {
                    json.text("recipe_title", meal.recipeTitle());
                    json.text("intro_message", meal.introMessage());
                    json.text("recipe_description", meal.recipeDescription());
                    json.text("recommendation_message", meal.recommendationMessage());
                    json.objects("ingredients", meal.ingredients(), ingredient -> ingredient(json, ingredient));
                    json.objects("items", todos.items(), item -> TodoDocument.write(json, item));
                    json.number("total", todos.total());
                }));
    }

    @Override
    public JsonFragment changedTodos(JsonFragment todos, TodoList list, Language language) {
        return TodoDocument.replaced(todos, list, language);
    }

    @Override
    public JsonFragment guard(RoundGuard guard) {
        return ResultWriter.document(json -> GuardWriter.guard(json, guard));
    }

    @Override
    public JsonFragment recommendedItems(List<RecommendedItem> items, Language language) {
        return ResultWriter.document(language, json -> json.objects(items, item -> recommendedItem(json, item)));
    }

    @Override
    public JsonFragment notifications(Notifications notifications, Language language) {
        return ResultWriter.document(
                language,
                json -> json.object(() -> {
                    json.object("ad", () -> {
                        json.location("signage", notifications.signage());
                        json.objects("items", notifications.ads(), ad -> notification(json, ad));
                    });
                    json.objects("coupon", notifications.coupons(), coupon -> notification(json, coupon));
                }));
    }

    @Override
    public JsonFragment couponSpots(List<RankedCouponSpot> spots, Language language) {
        return ResultWriter.document(language, json -> json.objects(spots, spot -> couponSpot(json, spot, language)));
    }

    @Override
    public JsonFragment sessionShoppingList(ShoppingList list, Map<ProductId, Product> products, Language language) {
        return ResultWriter.document(language, json -> SessionWriter.shoppingList(json, list, products, language));
    }

    @Override
    public JsonFragment sessionBackList(BackList backList) {
        return ResultWriter.document(json -> SessionWriter.backList(json, backList));
    }

    private static void ingredient(ResultWriter json, Ingredient ingredient) throws IOException {
        json.localized("name", ingredient.name(), "jp");
        json.text("category", ingredient.category());
        json.number("quantity", ingredient.quantity());
        json.localized("quantity_unit", ingredient.quantityUnit(), "jp");
    }

    private static void recommendedItem(ResultWriter json, RecommendedItem recommended) throws IOException {
        UpsellItem item = recommended.item();
        json.text("rec_id", item.recommendationId());
        json.text("reason", WireWords.of(item.reason()));
        json.reason("reason_detail", item.reasonDetail());
        json.reason("reason_detail_marketing", item.reasonDetailMarketing());
        json.product(recommended.product());
    }

    /** The keys of an ad, or of a coupon, which also has a location. */
    static void notification(ResultWriter json, RankedNotification ranked) throws IOException {
        BackRecommendation given = ranked.recommendation();
        Product product = ranked.product();
        json.number("item_id", id(given.productId()));
        json.text("rec_id", given.recommendationId());
        json.text("item_name", given.itemName());
        json.text("item_name_en", given.itemNameEn());
        json.text("brand", given.brand());
        json.number("zone_id", given.zoneId());
        json.text("zone_name", given.zoneName());
        json.text("type", WireWords.of(given.type()));
        json.number("discount_pct", given.discountPct());
        json.number("applied_score", given.appliedScore());
        json.number("priority_score", given.priorityScore());
        json.text("method", given.method());
        json.text("reason_type", given.reasonType());
        json.reason("reason_detail", given.reasonDetail());
        json.reason("reason_detail_marketing", given.reasonDetailMarketing());
        rankAndProduct(json, ranked.rank(), product);
        if (given.type() != NotificationType.ADS) {
            json.location("location", product == null ? null : product.location());
        }
    }

    private static void couponSpot(ResultWriter json, RankedCouponSpot ranked, Language language) throws IOException {
        CouponSpot spot = ranked.spot();
        json.number("item_id", id(spot.productId()));
        json.nothing("rec_id");
        json.text("item_name", ranked.itemNameIn(language));
        json.text("item_name_en", spot.itemNameEn());
        json.text("brand", spot.brand());
        json.nothing("zone_id");
        json.nothing("zone_name");
        json.text("type", WireWords.of(NotificationType.COUPON));
        json.number("discount_pct", spot.discountValue());
        json.nothing("applied_score");
        json.nothing("priority_score");
        json.nothing("method");
        json.nothing("reason_type");
        json.nothing("reason_detail");
        json.nothing("reason_detail_marketing");
        rankAndProduct(json, ranked.rank(), ranked.product());
        json.location("location", spot.location());
    }

    /** Price and unit are repeated beside the product, so that a list needs nothing from inside it. */
    private static void rankAndProduct(ResultWriter json, int rank, @Nullable Product product) throws IOException {
        json.number("rank", rank);
        json.number("price", product == null ? null : product.price());
        json.text("price_unit", product == null ? null : product.priceUnit());
        json.product(product);
    }

    private static @Nullable Long id(@Nullable ProductId product) {
        return product == null ? null : product.value();
    }
}
