package com.ones1ght.adapters.llm.grocery;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A score with its equation, computed from the rounded numbers shown in it.
 *
 * @param applied how well the recommendation applies, 0 to 1
 * @param priority by which it is ranked, 0 to 1
 * @param equation how {@code priority} is computed
 */
record PriorityScore(BigDecimal applied, BigDecimal priority, String equation) {

    private static final BigDecimal STRONG_LIFT = BigDecimal.valueOf(20);
    private static final BigDecimal LIFT_WEIGHT = new BigDecimal("0.6");
    private static final BigDecimal CONFIDENCE_WEIGHT = new BigDecimal("0.4");

    /** By how often two products are bought together. */
    static PriorityScore ofPair(CoPurchaseEvidence pair) {
        BigDecimal applied =
                pair.lift().divide(STRONG_LIFT, 2, RoundingMode.HALF_UP).min(new BigDecimal("1.00"));
        BigDecimal priority = LIFT_WEIGHT.multiply(applied).add(CONFIDENCE_WEIGHT.multiply(pair.confidence()));
        return new PriorityScore(
                applied,
                priority,
                "priority_score = 0.6 × min(lift / 20, 1) + 0.4 × confidence = 0.6 × " + applied + " + 0.4 × "
                        + pair.confidence() + " = " + priority);
    }

    /** By the share of the shopping list in the same zone. */
    static PriorityScore ofZone(int listed, int inZone) {
        BigDecimal share =
                BigDecimal.valueOf(inZone).divide(BigDecimal.valueOf(Math.max(listed, 1)), 2, RoundingMode.HALF_UP);
        return new PriorityScore(
                share,
                share,
                "priority_score = items_in_zone / items_on_list = " + inZone + " / " + listed + " ≈ " + share);
    }

    /** By the item's share of the list's value, all its pieces counted. */
    static PriorityScore ofValue(BigDecimal lineValue, BigDecimal total) {
        BigDecimal share =
                total.signum() == 0 ? BigDecimal.ZERO.setScale(2) : lineValue.divide(total, 2, RoundingMode.HALF_UP);
        return new PriorityScore(
                share,
                share,
                "priority_score = line_value / list_value = " + lineValue.toPlainString() + " / "
                        + total.toPlainString() + " ≈ " + share);
    }
}
