package com.ones1ght.adapters.persistence.chat;

import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.RecommendedItems;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of step 3 in the shape in which they are stored: what is shown, and beside it notes on recommendations.
 * Rounds from before the column have upstream's id and the names among the notes.
 */
record StoredRecommendedItems(List<Item> items, @Nullable List<StoredNote> noted) {

    record Item(
            String recId,
            @Nullable String id,
            @Nullable String itemName,
            @Nullable String itemNameEn,
            String reason,
            @Nullable LocalizedText reasonDetail,
            @Nullable LocalizedText reasonDetailMarketing,
            StoredProduct product) {

        static Item of(RecommendedItem recommended) {
            UpsellItem item = recommended.item();
            return new Item(
                    item.recommendationId(),
                    item.id(),
                    item.itemName(),
                    item.itemNameEn(),
                    item.reason().name(),
                    item.reasonDetail(),
                    item.reasonDetailMarketing(),
                    StoredProduct.of(recommended.product()));
        }

        RecommendedItem toDomain(StoredNote note) {
            Product known = product.toDomain();
            UpsellItem item = new UpsellItem(
                    id == null ? note.id() : id,
                    recId,
                    known.id(),
                    itemName == null ? note.itemName() : itemName,
                    itemNameEn == null ? note.itemNameEn() : itemNameEn,
                    SurfaceReason.valueOf(reason.toUpperCase(Locale.ROOT).replace('-', '_')),
                    reasonDetail,
                    reasonDetailMarketing,
                    note.analystComment());
            return new RecommendedItem(item, known);
        }
    }

    static StoredRecommendedItems of(RecommendedItems recommended) {
        return new StoredRecommendedItems(
                recommended.items().stream().map(Item::of).toList(), StoredNote.of(recommended.analystComments()));
    }

    RecommendedItems toDomain() {
        Map<String, StoredNote> notes = StoredNote.byRecommendation(noted);
        return new RecommendedItems(
                items.stream()
                        .map(item -> item.toDomain(notes.getOrDefault(item.recId(), StoredNote.NONE)))
                        .toList(),
                StoredNote.comments(notes));
    }
}
