package com.ones1ght.domain.recommendation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the merged steps of a run give, as values; each part is null until its step is merged. Products bear their names
 * in the round's language.
 *
 * @param todos step 2's products, in walking order of the store
 * @param recommendedItems step 3's
 * @param notifications step 4's
 */
public record RoundResult(
        @Nullable List<TodoItem> todos,
        @Nullable RecommendedItems recommendedItems,
        @Nullable Notifications notifications) {

    public static final RoundResult NONE = new RoundResult(null, null, null);

    public RoundResult {
        todos = todos == null ? null : List.copyOf(todos);
    }

    /** What clients may report on. */
    public RoundOffers offers() {
        return RoundOffers.of(recommendedItems, notifications);
    }
}
