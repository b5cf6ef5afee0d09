package com.ones1ght.domain.credit;

import com.ones1ght.domain.chat.Round;

/**
 * When a run gives its credits back: when it ends in error, unless it was cancelled after its step 2, when the shopper
 * already had the shopping list. The ledger makes each refund once.
 */
public final class RefundRule {

    private RefundRule() {}

    /** Whether the current run of the round, in its present state, gives its credits back. */
    public static boolean isRefunded(Round round) {
        return round.failure() != null && (!round.isCancelled() || isRefundedWhenCancelled(round.hasShoppingList()));
    }

    /**
     * Whether a run gives its credits back when it is cancelled now.
     *
     * @param hasShoppingList whether its step 2 is done
     */
    public static boolean isRefundedWhenCancelled(boolean hasShoppingList) {
        return !hasShoppingList;
    }
}
