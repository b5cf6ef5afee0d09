package com.ones1ght.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.event.FieldValue.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductFactTest {

    private static final FieldValue PLAIN = new FieldValue("1", Kind.PLAIN);

    private static ItemFields factsOf(Map<ItemField, FieldValue> fields) {
        return new TriggeredItem("r", new ItemFields(fields), null).productFacts();
    }

    @Test
    void onlyProductFactsShouldRemainInOrder() {
        Map<ItemField, FieldValue> fields = new LinkedHashMap<>();
        fields.put(ProductFact.PRICE_YEN, PLAIN);
        fields.put(new ItemField.Other("note"), PLAIN);
        fields.put(ProductFact.ITEM_ID, PLAIN);

        assertThat(factsOf(fields).values())
                .containsExactly(Map.entry(ProductFact.ITEM_ID, PLAIN), Map.entry(ProductFact.PRICE_YEN, PLAIN));
    }

    @ParameterizedTest
    @EnumSource(names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void nothingButTextsAndNumbersShouldRemain(Kind kind) {
        assertThat(factsOf(Map.of(ProductFact.ITEM_NAME, new FieldValue("[\"Kim\"]", kind)))
                        .values())
                .isEmpty();
    }
}
