package com.ones1ght.adapters.llm.grocery;

import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;

/**
 * A product offered with the meal.
 *
 * @param product the product offered
 * @param reason why it is offered
 * @param evidence the statistics behind it
 * @param detail the analysis
 * @param copy what the shopper reads
 */
record SurfaceOffer(
        Product product, SurfaceReason reason, CoPurchaseEvidence evidence, LocalizedText detail, LocalizedText copy) {}
