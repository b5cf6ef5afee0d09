package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RankedCouponSpot;
import com.ones1ght.domain.recommendation.RankedNotification;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes results in the shapes of the client API. */
@ApplicationScoped
public class JsonResultDocuments implements ResultDocuments {

    @Override
    public JsonFragment todos(Todos todos, Language language) {
        return ResultWriter.document(language, json -> writeTodos(json, todos));
    }

    @Override
    public JsonFragment recommendedItems(List<RecommendedItem> items, Language language) {
        return ResultWriter.document(language, json -> {
            json.startArray();
            for (RecommendedItem item : items) {
                writeItem(json, item);
            }
            json.endArray();
        });
    }

    @Override
    public JsonFragment notifications(Notifications notifications, Language language) {
        return ResultWriter.document(language, json -> {
            json.startObject();
            json.key("ad");
            json.startObject();
            json.location("signage", notifications.signage());
            json.key("items");
            json.startArray();
            for (RankedNotification ad : notifications.ads()) {
                NotificationWriter.ad(json, ad);
            }
            json.endArray();
            json.endObject();
            json.key("coupon");
            json.startArray();
            for (RankedNotification coupon : notifications.coupons()) {
                NotificationWriter.coupon(json, coupon);
            }
            json.endArray();
            json.endObject();
        });
    }

    @Override
    public JsonFragment couponSpots(List<RankedCouponSpot> spots, Language language) {
        return ResultWriter.document(language, json -> {
            json.startArray();
            for (RankedCouponSpot spot : spots) {
                NotificationWriter.spot(json, spot);
            }
            json.endArray();
        });
    }

    @Override
    public JsonFragment sessionShoppingList(ShoppingList list, Map<ProductId, Product> products, Language language) {
        return ResultWriter.document(language, json -> SessionWriter.shoppingList(json, list, products, language));
    }

    @Override
    public JsonFragment sessionBackList(BackList backList) {
        return ResultWriter.document(json -> SessionWriter.backList(json, backList));
    }

    private static void writeTodos(ResultWriter json, Todos todos) throws IOException {
        Meal meal = todos.meal();
        json.startObject();
        json.text("recipe_title", meal.recipeTitle());
        json.text("intro_message", meal.introMessage());
        json.text("recipe_description", meal.recipeDescription());
        json.text("recommendation_message", meal.recommendationMessage());
        json.key("ingredients");
        json.startArray();
        for (Ingredient ingredient : meal.ingredients()) {
            writeIngredient(json, ingredient);
        }
        json.endArray();
        json.key("items");
        json.startArray();
        for (TodoItem item : todos.items()) {
            json.startObject();
            json.number("quantity", item.quantity());
            json.product(item.product());
            json.endObject();
        }
        json.endArray();
        json.number("total", todos.total());
        json.endObject();
    }

    private static void writeIngredient(ResultWriter json, Ingredient ingredient) throws IOException {
        json.startObject();
        json.localized("name", ingredient.name(), "jp");
        json.text("category", ingredient.category());
        json.number("quantity", ingredient.quantity());
        json.localized("quantity_unit", ingredient.quantityUnit(), "jp");
        json.endObject();
    }

    private static void writeItem(ResultWriter json, RecommendedItem recommended) throws IOException {
        UpsellItem item = recommended.item();
        json.startObject();
        json.text("rec_id", item.recommendationId());
        json.text("reason", WireWords.of(item.reason()));
        json.reason("reason_detail", item.reasonDetail());
        json.reason("reason_detail_marketing", item.reasonDetailMarketing());
        json.product(recommended.product());
        json.endObject();
    }
}
