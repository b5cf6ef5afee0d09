package com.ones1ght.adapters.signage.embedded;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the state of a screen for its pages; contains only what is shown. */
final class DisplayDocuments {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_SIZE = 4_096;

    private final Pictures pictures;

    DisplayDocuments(Pictures pictures) {
        this.pictures = pictures;
    }

    DisplayState state(Screen screen, Showing showing, IdleContent window, Duration timeout) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("signage", screen.number());
            json.writeFieldName("idle");
            idle(json, screen, window);
            json.writeFieldName("entry");
            entry(json, showing, window.screens().get(screen.number()));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DisplayState(bytes.toByteArray(), timeout.toMillis());
    }

    private void idle(JsonGenerator json, Screen screen, IdleContent window) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("slides");
        for (ShownEvent slide : screen.isAtTheEntrance() ? window.slides() : List.<ShownEvent>of()) {
            event(json, slide);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("products");
        for (ShownProduct product : screen.isAtTheEntrance() ? List.<ShownProduct>of() : window.products()) {
            product(json, product, window.screens().get(screen.number()));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void entry(JsonGenerator json, Showing showing, @Nullable Location here) throws IOException {
        if (showing instanceof Showing.Card card) {
            begin(json, card.entry(), card.language());
            json.writeFieldName("card");
            product(json, card.product(), here);
            json.writeEndObject();
        } else if (showing instanceof Showing.Sections sections) {
            begin(json, sections.entry(), sections.language());
            json.writeFieldName("forgotten");
            product(json, sections.forgotten(), here);
            json.writeFieldName("offer");
            product(json, sections.offer(), here);
            json.writeFieldName("event");
            event(json, sections.event());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
    }

    private static void begin(JsonGenerator json, long number, @Nullable Language language) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", number);
        json.writeStringField("language", language == null ? null : language.code());
    }

    /** @param here where the screen is; null if the store does not say */
    private void product(JsonGenerator json, @Nullable ShownProduct product, @Nullable Location here)
            throws IOException {
        if (product == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        text(json, "name", product.name());
        json.writeStringField("brand", product.brand());
        text(json, "copy", product.copy());
        json.writeNumberField("discount_pct", product.discountPct());
        Price price = product.price();
        json.writeNumberField("price", price == null ? null : price.amount());
        json.writeNumberField(
                "sale_price", product.salePrice().map(Price::amount).orElse(null));
        json.writeStringField("price_unit", price == null ? null : price.unit());
        json.writeStringField("picture", pictures.usable(product.picture()));
        json.writeStringField("section", product.section());
        json.writeFieldName("way");
        way(json, here, product.location());
        json.writeEndObject();
    }

    /** The way from the screen to the shelf in metres, along the axes of the floor plan. */
    private static void way(JsonGenerator json, @Nullable Location here, @Nullable Location shelf) throws IOException {
        if (here == null || shelf == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberField("dx", decimetres(shelf.x() - here.x()));
        json.writeNumberField("dy", decimetres(shelf.y() - here.y()));
        json.writeEndObject();
    }

    private static double decimetres(double metres) {
        return Math.round(metres * 10) / 10.0;
    }

    private void event(JsonGenerator json, @Nullable ShownEvent event) throws IOException {
        if (event == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        text(json, "title", event.title());
        text(json, "body", event.body());
        json.writeStringField("picture", pictures.usable(event.picture()));
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, @Nullable LocalizedText text) throws IOException {
        json.writeFieldName(field);
        if (text == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        for (Language language : Language.values()) {
            json.writeStringField(language.code(), DisplayText.tidy(text.in(language)));
        }
        json.writeEndObject();
    }
}
