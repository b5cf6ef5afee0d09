package com.ones1ght.adapters.llm.llmdemo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.ProductId;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryResultsTest {

    private static final String GOOD = "{\"id\":2,\"item_name\":\"good\",\"quantity\":1}";

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static ShoppingList list(String entry) throws IOException {
        return new QueryResults(Language.EN)
                .shoppingList(json("{\"items\":[" + entry + "," + GOOD + "],\"total_yen\":\"12.5\"}"));
    }

    @Test
    void numbersMayBeTexts() throws IOException {
        ShoppingList list = list("{\"id\":\"1\",\"price_yen\":\"1280\",\"quantity\":\"3\"}");

        ShoppingLine line = list.items().get(0);
        assertThat(line.productId()).isEqualTo(new ProductId(1));
        assertThat(line.price()).isEqualByComparingTo("1280");
        assertThat(line.quantity()).isEqualTo(3);
        assertThat(list.total()).isEqualByComparingTo("12.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "{\"id\":1.5}",
                "{\"id\":99999999999999999999}",
                "{\"id\":\"one\"}",
                "{\"id\":1e999999999}",
                "{\"id\":1,\"price_yen\":-5}",
                "{\"id\":1,\"price_yen\":\"free\"}",
                "{\"id\":1,\"quantity\":\"1.5\"}",
                "{\"id\":1,\"quantity\":[]}",
                "{\"id\":1,\"item_name\":5}"
            })
    void anUnreadableItemShouldBeOmittedAndTheOthersKept(String entry) throws IOException {
        assertThat(list(entry).items()).extracting(ShoppingLine::productId).containsExactly(new ProductId(2));
    }
}
