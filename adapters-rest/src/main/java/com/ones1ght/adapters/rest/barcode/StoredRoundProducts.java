package com.ones1ght.adapters.rest.barcode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ones1ght.application.barcode.port.RoundProducts;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.shared.JsonFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads products back out of the documents that {@code JsonResultDocuments} wrote. */
@ApplicationScoped
public class StoredRoundProducts implements RoundProducts {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    public Products of(RoundView round) {
        JsonNode notifications = read(round.notifications());
        return new Products(
                items(read(round.todos()).path("items")),
                items(read(round.recommendedItems())),
                items(notifications.path("ad").path("items")),
                items(notifications.path("coupon")));
    }

    private static JsonNode read(@Nullable JsonFragment fragment) {
        if (fragment == null) {
            return MAPPER.missingNode();
        }
        try {
            return MAPPER.readTree(fragment.utf8());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored fragment is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Item> items(JsonNode array) {
        List<Item> items = new ArrayList<>();
        for (JsonNode element : array) {
            JsonNode product = element.path("product");
            if (product.isObject()) {
                items.add(new Item(
                        product.path("name").asText(),
                        product.path("barcode").textValue(),
                        product.path("price").decimalValue(),
                        product.path("price_unit").asText()));
            }
        }
        return List.copyOf(items);
    }
}
