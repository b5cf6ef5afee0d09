package com.ones1ght.application.event.port;

import com.ones1ght.application.event.ToldItem;
import com.ones1ght.application.event.TriggeredRound.Offers;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.event.TriggeredItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a round offers, and completes by it what clients tell. Pure: no I/O. A value that it does not replace
 * stays byte for byte.
 */
public interface OfferDocuments {

    /** What a trigger may be about, and where its item is looked for first. */
    enum Kind {
        AD,
        COUPON,
        /** Here an item may also be named by upstream's own id. */
        RECOMMENDATION
    }

    /** The round's ads in their order; none until step 4 is done. */
    List<CompletedItem> ads(Offers offers);

    /**
     * Fills what the client leaves out, or gives as null, from the round's item of that {@code rec_id}. What the client
     * gives wins, and what nobody knows is kept.
     *
     * @return one for each of {@code told}, in their order
     */
    List<CompletedItem> complete(Offers offers, Kind kind, List<ToldItem> told);

    /**
     * An item with all that is known of it.
     *
     * @param item what it is, and whether the round has it
     * @param fields all fields, an object
     * @param productFacts those that tell of the product alone, an object: {@code item_id, item_name, item_name_en,
     *     price, price_unit, price_yen}
     * @param analystComment the grounds of the recommendation, for the tenant
     */
    record CompletedItem(
            TriggeredItem item,
            JsonFragment fields,
            JsonFragment productFacts,
            @Nullable String analystComment) {}
}
