package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.ResultDocuments;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RankedCouponSpot;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.recommendation.Todos;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents that hold just enough to be told apart. */
public class TextResultDocuments implements ResultDocuments {

    @Override
    public JsonFragment todos(Todos todos, Language language) {
        String names = todos.items().stream()
                .map(item -> item.quantity() + " " + item.product().nameIn(language))
                .collect(Collectors.joining(","));
        return JsonFragment.of("\"" + todos.meal().recipeTitle() + ": " + names + "\"");
    }

    @Override
    public JsonFragment changedTodos(JsonFragment todos, TodoList list, Language language) {
        return names(list.items().stream()
                .map(item -> item.quantity() + " " + item.product().nameIn(language) + " " + item.state())
                .toList());
    }

    @Override
    public JsonFragment guard(RoundGuard guard) {
        return names(Stream.of(guard.restrictions(), guard.unknown(), guard.unmet(), guard.withheld())
                .map(Object::toString)
                .map(text -> text.replace('"', ' '))
                .toList());
    }

    @Override
    public JsonFragment recommendedItems(List<RecommendedItem> items, Language language) {
        return names(items.stream().map(item -> item.product().nameIn(language)).toList());
    }

    @Override
    public JsonFragment notifications(Notifications notifications, Language language) {
        return names(notifications.ads().stream()
                .map(ad -> ad.recommendation().recommendationId())
                .toList());
    }

    @Override
    public JsonFragment couponSpots(List<RankedCouponSpot> spots, Language language) {
        return names(spots.stream()
                .map(spot -> spot.rank() + ":" + spot.spot().itemName() + ":" + language.code())
                .toList());
    }

    @Override
    public JsonFragment sessionShoppingList(ShoppingList list, Map<ProductId, Product> products, Language language) {
        return names(list.items().stream()
                .map(line -> Optional.ofNullable(line.productId()).map(products::get))
                .map(product -> product.map(known -> known.nameIn(language)).orElse("unmatched"))
                .toList());
    }

    @Override
    public JsonFragment sessionBackList(BackList backList) {
        return names(backList.recommendations().stream()
                .map(BackRecommendation::recommendationId)
                .toList());
    }

    private static JsonFragment names(List<String> names) {
        return JsonFragment.of(
                names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(",", "[", "]")));
    }
}
