package com.ones1ght.adapters.llm.grocery;

import com.ones1ght.adapters.llm.shared.StableHash;
import com.ones1ght.adapters.llm.shared.UpstreamWords;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Product;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ad or a coupon before localisation.
 *
 * @param product what it is for
 * @param type ad or coupon
 * @param discountPct per cent off
 * @param score its rank and how it came about
 * @param method how it was found
 * @param reasonType the tag of the reason
 * @param detail the analysis
 * @param copy what the shopper reads
 */
record BackOffer(
        Product product,
        NotificationType type,
        int discountPct,
        PriorityScore score,
        String method,
        String reasonType,
        LocalizedText detail,
        LocalizedText copy) {

    private static final List<String> ZONES =
            List.of("PR", "DL", "BK", "SW", "SN", "AL", "DY", "DR", "PA", "MT", "FI", "FR", "EC", "HH", "CK");

    BackRecommendation in(Language language, String requestId) {
        return new BackRecommendation(
                StableHash.recommendationId(
                        requestId, UpstreamWords.of(type), product.id().value()),
                product.id(),
                product.nameIn(language),
                product.nameIn(Language.EN),
                product.brand(),
                zoneId(product.sectionCode()),
                product.sectionIn(language),
                product.price(),
                type,
                BigDecimal.valueOf(discountPct),
                score.applied(),
                score.priority(),
                reasonType,
                detail,
                copy,
                method,
                score.equation(),
                detail.in(language) + " " + score.equation());
    }

    private static @Nullable Long zoneId(@Nullable String sectionCode) {
        int index = sectionCode == null ? -1 : ZONES.indexOf(sectionCode);
        return index < 0 ? null : index + 1L;
    }
}
