package com.ones1ght.adapters.llm.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StableHashTest {

    @Test
    void recommendationIdsShouldDifferByRunListAndItem() {
        String id = StableHash.recommendationId("r.0", "ads", 1);

        assertThat(id).isEqualTo(StableHash.recommendationId("r.0", "ads", 1));
        assertThat(id).isNotEqualTo(StableHash.recommendationId("r.1", "ads", 1));
        assertThat(id).isNotEqualTo(StableHash.recommendationId("r.0", "coupon", 1));
        assertThat(id).isNotEqualTo(StableHash.recommendationId("r.0", "ads", 2));
    }
}
