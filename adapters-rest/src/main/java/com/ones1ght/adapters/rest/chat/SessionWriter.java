package com.ones1ght.adapters.rest.chat;

import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.store.Product;
import com.ones1ght.domain.store.ProductId;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Results in the form of chat sessions: the pipeline's lists line by line, with fewer fields of the product. Whatever else
 * the pipeline returned is not shown.
 */
final class SessionWriter {

    private SessionWriter() {}

    static void shoppingList(ResultWriter json, ShoppingList list, Map<ProductId, Product> products, Language language)
            throws IOException {
        json.object(() -> {
            json.objects("items", list.items(), line -> {
                ProductId id = line.productId();
                line(json, line, id == null ? null : products.get(id), language);
            });
            json.number("total_yen", list.total());
        });
    }

    static void backList(ResultWriter json, BackList backList) throws IOException {
        json.object(() -> json.objects("back_recommendations", backList.recommendations(), given -> {
            json.text("recommendation_id", given.recommendationId());
            json.text("item_name_en", given.itemNameEn());
            json.number("price_yen", given.price());
            json.text("reason_type", given.reasonType());
            json.object("store_reasoning", () -> {
                json.text("method", given.method());
                json.text("scoring_equation", given.scoringEquation());
            });
        }));
    }

    /** A line is matched if the store has the product, whatever the pipeline says. */
    private static void line(ResultWriter json, ShoppingLine line, @Nullable Product product, Language language)
            throws IOException {
        ProductId id = line.productId();
        json.text("item_name_en", line.itemNameEn());
        json.number("price_yen", line.price());
        json.text("zone_name", line.zoneName());
        json.number("id", id == null ? null : id.value());
        json.flag("matched", product != null);
        if (product == null) {
            json.nothing("product");
        } else {
            json.object("product", () -> product(json, product, language));
        }
    }

    private static void product(ResultWriter json, Product product, Language language) throws IOException {
        json.number("id", product.id().value());
        json.text("name", product.nameIn(language));
        json.text("barcode", product.barcode());
        json.number("price", product.price());
        json.text("price_unit", product.priceUnit());
        json.text("section_code", product.sectionCode());
        json.text("section_name", product.sectionIn(language));
        json.text("src_url", product.imageUrl());
    }
}
