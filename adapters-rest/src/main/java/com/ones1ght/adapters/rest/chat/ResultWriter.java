package com.ones1ght.adapters.rest.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.ones1ght.adapters.rest.shared.PlainNumbers;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary that the result documents share. Keys are always written, with null where there is nothing. Goes
 * by way of a string, because texts of models may hold lone surrogates, which bytes cannot.
 */
final class ResultWriter {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final LocalizedText NO_REASON = LocalizedText.same("");

    private final JsonGenerator json;
    private final Language language;

    private ResultWriter(JsonGenerator json, Language language) {
        this.json = json;
        this.language = language;
    }

    /** Writes one document. */
    @FunctionalInterface
    interface Content {

        void writeTo(ResultWriter writer) throws IOException;
    }

    /** Writes a document in which no product stands, and which is therefore the same in all languages. */
    static JsonFragment document(Content content) {
        return document(Language.EN, content);
    }

    /** @param language of the products' names */
    static JsonFragment document(Language language, Content content) {
        StringWriter text = new StringWriter(2048);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            content.writeTo(new ResultWriter(json, language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JsonFragment.of(text.toString());
    }

    void startObject() throws IOException {
        json.writeStartObject();
    }

    void endObject() throws IOException {
        json.writeEndObject();
    }

    void startArray() throws IOException {
        json.writeStartArray();
    }

    void endArray() throws IOException {
        json.writeEndArray();
    }

    void key(String key) throws IOException {
        json.writeFieldName(key);
    }

    void text(String key, @Nullable String value) throws IOException {
        json.writeStringField(key, value);
    }

    void number(String key, @Nullable Number value) throws IOException {
        json.writeFieldName(key);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(PlainNumbers.of(decimal));
        } else {
            json.writeNumber(value.longValue());
        }
    }

    void flag(String key, boolean value) throws IOException {
        json.writeBooleanField(key, value);
    }

    void nothing(String key) throws IOException {
        json.writeNullField(key);
    }

    /** A reason: always an object with all three languages, of empty texts where upstream gave none. */
    void reason(String key, @Nullable LocalizedText reason) throws IOException {
        localized(key, reason == null ? NO_REASON : reason, "ja");
    }

    /** All three languages; the key of Japanese is {@code ja}, but {@code jp} in ingredients. */
    void localized(String key, @Nullable LocalizedText text, String japaneseKey) throws IOException {
        json.writeFieldName(key);
        if (text == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("ko", text.ko());
        json.writeStringField("en", text.en());
        json.writeStringField(japaneseKey, text.ja());
        json.writeEndObject();
    }

    void location(String key, @Nullable Location location) throws IOException {
        json.writeFieldName(key);
        if (location == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        coordinate("x", location.x());
        coordinate("y", location.y());
        coordinate("radius", location.radius());
        json.writeEndObject();
    }

    void product(@Nullable Product product) throws IOException {
        json.writeFieldName("product");
        if (product == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        number("id", product.id().value());
        text("name", product.nameIn(language));
        text("brand", product.brand());
        text("barcode", product.barcode());
        number("price", product.price());
        text("price_unit", product.priceUnit());
        text("src_url", product.imageUrl());
        number("quantity", product.quantity());
        text("section_code", product.sectionCode());
        text("section_name", product.sectionName());
        location("location", product.location());
        json.writeEndObject();
    }

    private void coordinate(String key, double value) throws IOException {
        json.writeFieldName(key);
        json.writeNumber(PlainNumbers.of(value));
    }
}
