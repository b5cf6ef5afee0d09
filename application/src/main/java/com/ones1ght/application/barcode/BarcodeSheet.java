package com.ones1ght.application.barcode;

import com.ones1ght.domain.barcode.Ean13;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RankedNotification;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.RecommendedItems;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.store.Product;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The products of a round by where they stand in it; one product may stand in several places. Items without a product
 * are left out, and parts that are not there yet are empty.
 *
 * @param todos on the shopping list, to be bought on this visit
 * @param recommends beside the meal
 * @param ads on signages
 * @param coupons in the app
 */
public record BarcodeSheet(List<Entry> todos, List<Entry> recommends, List<Entry> ads, List<Entry> coupons) {

    public BarcodeSheet {
        todos = List.copyOf(todos);
        recommends = List.copyOf(recommends);
        ads = List.copyOf(ads);
        coupons = List.copyOf(coupons);
    }

    static BarcodeSheet of(RoundResult result) {
        List<TodoItem> todos = result.todos();
        RecommendedItems recommended = result.recommendedItems();
        Notifications notifications = result.notifications();
        return new BarcodeSheet(
                todos == null
                        ? List.of()
                        : entries(todos.stream()
                                .filter(item -> item.state().isBought())
                                .map(TodoItem::product)),
                recommended == null
                        ? List.of()
                        : entries(recommended.items().stream().map(RecommendedItem::product)),
                notifications == null ? List.of() : entries(products(notifications.ads())),
                notifications == null ? List.of() : entries(products(notifications.coupons())));
    }

    private static Stream<Product> products(List<RankedNotification> notifications) {
        return notifications.stream().map(RankedNotification::product).filter(Objects::nonNull);
    }

    private static List<Entry> entries(Stream<Product> products) {
        return products.map(Entry::new).toList();
    }

    /**
     * A product at the checkout.
     *
     * @param product with its name in the round's language
     */
    public record Entry(Product product) {

        /** The product's barcode, if it is a valid EAN-13. */
        public Optional<Ean13> ean13() {
            return Ean13.parse(product.barcode());
        }
    }
}
