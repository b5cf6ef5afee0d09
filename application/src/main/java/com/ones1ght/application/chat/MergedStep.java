package com.ones1ght.application.chat;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.recommendation.Notifications;
import com.ones1ght.domain.recommendation.RecommendedItems;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.TodoItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step merged with the store: as values for triggers and barcodes, and as the document that clients get. */
public sealed interface MergedStep {

    JsonFragment document();

    /** Step 2, as {@code todos}; for a run in a chat session with the session form's shopping list, else null. */
    record MergedTodos(
            List<TodoItem> items,
            JsonFragment document,
            @Nullable JsonFragment sessionDocument) implements MergedStep {}

    /** Step 3, as {@code recommended_items}. */
    record MergedItems(RecommendedItems items, JsonFragment document) implements MergedStep {}

    /** Of all steps merged so far: what was withheld from them, as {@code guard}. */
    record MergedGuard(RoundGuard guard, JsonFragment document) implements MergedStep {}

    /** Step 4, an object with {@code ad} and {@code coupon}; in a chat session with its back list, else null. */
    record MergedNotifications(
            Notifications notifications,
            JsonFragment document,
            @Nullable JsonFragment sessionDocument) implements MergedStep {}
}
