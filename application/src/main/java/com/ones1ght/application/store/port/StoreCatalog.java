package com.ones1ght.application.store.port;

import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.FloorPlan;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import com.ones1ght.domain.store.Signage;
import com.ones1ght.domain.store.SignageEvent;
import com.ones1ght.domain.store.StoreId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue of a store. Calls may block on a network; none is made within a transaction. A store that
 * the backend does not know has no plan, products, signages, events or pairs: the answers are empty. Safe for
 * use by many threads.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the backend gives no usable answer; the
 * caller decides whether to try again.
 */
public interface StoreCatalog {

    /**
     * Products by id.
     *
     * @param ids any number, also none (then the answer is empty and the backend is not asked); duplicates
     *     count once
     * @return the known ones by their id; unknown ids are absent
     */
    Map<ProductId, Product> products(StoreId store, Collection<ProductId> ids);

    /**
     * Searches products by name in any of the three languages.
     *
     * @param query words of a name; a blank query finds nothing
     * @param limit at most so many, 1 to 100
     * @return best match first; products of equal rank in the order of their ids
     * @throws IllegalArgumentException when {@code limit} is out of its bounds
     */
    List<Product> search(StoreId store, String query, int limit);

    /** All signages of the store in the order of their numbers. */
    List<Signage> signages(StoreId store);

    /**
     * The floor plan.
     *
     * @return empty for a store without a plan, or that the backend does not know
     */
    default Optional<FloorPlan> plan(StoreId store) {
        return Optional.empty();
    }

    /** All signage events of the store, disabled ones included, in the order of their ids. */
    List<SignageEvent> signageEvents(StoreId store);

    /**
     * What else is bought with the given products.
     *
     * @param ids any number, also none (then the answer is empty)
     * @return pairs whose {@code productId} is among {@code ids}, highest lift first, ties by the higher
     *     count, then by ids
     */
    List<CoPurchase> coPurchases(StoreId store, Collection<ProductId> ids);
}
