package com.ones1ght.adapters.rest.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.ones1ght.adapters.rest.shared.PlainNumbers;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Diet;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Location;
import com.ones1ght.domain.store.Product;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the parts that the result documents have in common. Keys are always written, with null where there is nothing.
 * Writes a string rather than bytes, since texts of models may contain lone surrogates, which UTF-8 cannot encode.
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

        void writeTo(ResultWriter json) throws IOException;
    }

    /** Writes the fields of an object. */
    @FunctionalInterface
    interface Fields {

        void write() throws IOException;
    }

    /** Writes the fields of the object for an item. */
    @FunctionalInterface
    interface ItemFields<T> {

        void write(T item) throws IOException;
    }

    /** Writes a document without products, which is therefore the same in all languages. */
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

    void object(Fields fields) throws IOException {
        json.writeStartObject();
        fields.write();
        json.writeEndObject();
    }

    void object(String key, Fields fields) throws IOException {
        json.writeFieldName(key);
        object(fields);
    }

    /** An array with an object for each item. */
    <T> void objects(Iterable<T> items, ItemFields<? super T> fields) throws IOException {
        json.writeStartArray();
        for (T item : items) {
            object(() -> fields.write(item));
        }
        json.writeEndArray();
    }

    <T> void objects(String key, Iterable<T> items, ItemFields<? super T> fields) throws IOException {
        json.writeFieldName(key);
        objects(items, fields);
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
        if (text == null) {
            nothing(key);
            return;
        }
        object(key, () -> {
            text("ko", text.ko());
            text("en", text.en());
            text(japaneseKey, text.ja());
        });
    }

    void location(String key, @Nullable Location location) throws IOException {
        if (location == null) {
            nothing(key);
            return;
        }
        object(key, () -> {
            coordinate("x", location.x());
            coordinate("y", location.y());
            coordinate("radius", location.radius());
        });
    }

    void product(@Nullable Product product) throws IOException {
        if (product == null) {
            nothing("product");
            return;
        }
        object("product", () -> {
            number("id", product.id().value());
            text("name", product.nameIn(language));
            text("brand", product.brand());
            text("barcode", product.barcode());
            number("price", product.price());
            text("price_unit", product.priceUnit());
            text("src_url", product.imageUrl());
            number("quantity", product.quantity());
            text("section_code", product.sectionCode());
            text("section_name", product.sectionIn(language));
            location("location", product.location());
            texts("allergens", product.dietary().allergens(), Allergen::code);
            texts("may_contain", product.dietary().mayContain(), Allergen::code);
            texts("diets", product.dietary().diets(), Diet::code);
        });
    }

    /** An array of texts; null where nothing is known. */
    <T> void texts(String key, @Nullable List<T> values, Function<T, String> text) throws IOException {
        json.writeFieldName(key);
        if (values == null) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        for (T value : values) {
            json.writeString(text.apply(value));
        }
        json.writeEndArray();
    }

    private void coordinate(String key, double value) throws IOException {
        json.writeFieldName(key);
        json.writeNumber(PlainNumbers.of(value));
    }
}
