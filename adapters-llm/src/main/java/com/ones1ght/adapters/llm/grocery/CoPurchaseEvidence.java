package com.ones1ght.adapters.llm.grocery;

import com.ones1ght.domain.store.CoPurchase;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The co-purchase statistics behind a recommendation, rounded for display.
 *
 * @param lift above 1: bought together more often than by chance; 0 when nothing is known
 * @param confidence 0 to 1, how often who buys the one buys the other
 * @param coCount the number of baskets with both
 */
record CoPurchaseEvidence(BigDecimal lift, BigDecimal confidence, int coCount) {

    static final CoPurchaseEvidence NONE = new CoPurchaseEvidence(rounded(0), rounded(0), 0);

    static CoPurchaseEvidence of(CoPurchase pair) {
        return new CoPurchaseEvidence(rounded(pair.lift()), rounded(pair.confidence()), pair.coCount());
    }

    /** The confidence in per cent. */
    String percent() {
        return confidence.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
