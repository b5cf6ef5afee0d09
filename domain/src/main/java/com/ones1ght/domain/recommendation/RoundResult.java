package com.ones1ght.domain.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The merged steps of a run; each is null until merged. Product names are in the round's language.
 *
 * @param todos step 2's products and what the shopper has made of them, in walking order of the store
 * @param recommendedItems step 3's
 * @param notifications step 4's
 * @param guard what the shopper must not get, and what was withheld for it
 */
public record RoundResult(
        @Nullable List<TodoItem> todos,
        @Nullable RecommendedItems recommendedItems,
        @Nullable Notifications notifications,
        RoundGuard guard) {

    public static final RoundResult NONE = new RoundResult(null, null, null, RoundGuard.NONE);

    public RoundResult {
        todos = todos == null ? null : List.copyOf(todos);
    }

    /** The shopping list; without lines until step 2 is done. */
    public TodoList list() {
        return new TodoList(todos == null ? List.of() : todos);
    }

    /** What clients may report events about. */
    public RoundOffers offers() {
        return RoundOffers.of(recommendedItems, notifications);
    }
}
