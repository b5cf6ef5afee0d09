package com.ones1ght.adapters.llm.grocery;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.store.CoPurchase;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PriorityScoreTest {

    @Test
    void theEquationOfAScoreShouldComeOutAtTheScore() {
        CoPurchaseEvidence pair =
                CoPurchaseEvidence.of(new CoPurchase(new ProductId(1), new ProductId(2), 7.5, 0.31, 12));
        PriorityScore score = PriorityScore.ofPair(pair);

        assertThat(score.priority()).isEqualByComparingTo("0.352");
        assertThat(score.equation()).endsWith("0.6 × 0.38 + 0.4 × 0.31 = 0.352");
        assertThat(PriorityScore.ofZone(8, 4).equation()).endsWith("4 / 8 ≈ 0.50");
    }

    @Test
    void theShareOfAnItemShouldCountAllItsPieces() {
        PriorityScore score = PriorityScore.ofValue(new BigDecimal("3000"), new BigDecimal("6000"));

        assertThat(score.priority()).isEqualByComparingTo("0.5");
        assertThat(score.equation()).contains("line_value / list_value = 3000 / 6000");
    }
}
