package com.ones1ght.adapters.llm.grocery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.request.MealRequest;
import com.ones1ght.adapters.llm.shared.Json;
import com.ones1ght.adapters.llm.shared.StableHash;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.chat.StepOutput;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import java.util.ArrayList;
import java.util.List;

/** Step 3: cross-sells, upsells and impulse purchases. */
final class SurfaceStep {

    private static final int CROSS_SELLS = 4;
    private static final int UPSELLS = 2;
    private static final int IMPULSES = 2;

    private final Cookbook cookbook;
    private final StoreCatalog catalog;

    SurfaceStep(Cookbook cookbook, StoreCatalog catalog) {
        this.cookbook = cookbook;
        this.catalog = catalog;
    }

    StepOutput<UpsellSurface> recommend(PipelineRequest request, MealRequest mealRequest, Basket basket) {
        ProductFilter filter = new ProductFilter(cookbook, mealRequest, request.restrictions());
        SurfaceOffers offers = new SurfaceOffers(
                basket, filter, new ProductMatcher(catalog, request.store(), cookbook), cookbook.foods());
        List<SurfaceOffer> chosen = new ArrayList<>();
        offers.crossSells(CROSS_SELLS, chosen);
        // Who has to save is offered nothing dearer.
        offers.upsells(mealRequest.isFrugal() || mealRequest.limits().won().isPresent() ? 0 : UPSELLS, chosen);
        offers.impulses(IMPULSES, request.prompt(), chosen);
        List<UpsellItem> items = new ArrayList<>();
        ObjectNode raw = Json.object();
        ArrayNode rawItems = raw.putArray("items");
        for (SurfaceOffer offer : chosen) {
            UpsellItem item = item(offer, request, items.size() + 1);
            items.add(item);
            rawItems.add(RawGroceries.upsellItem(item, offer.evidence()));
        }
        return new StepOutput<>(new UpsellSurface(items), Json.write(raw));
    }

    private static UpsellItem item(SurfaceOffer offer, PipelineRequest request, int number) {
        Product product = offer.product();
        return new UpsellItem(
                "surface-" + number,
                StableHash.recommendationId(
                        request.requestId(), "surface", product.id().value()),
                product.id(),
                product.nameIn(request.language()),
                product.nameIn(Language.EN),
                offer.reason(),
                offer.detail(),
                offer.copy(),
                offer.detail().in(request.language()));
    }
}
