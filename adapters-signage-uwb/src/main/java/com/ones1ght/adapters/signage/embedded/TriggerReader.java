package com.ones1ght.adapters.signage.embedded;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.Location;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the content of a trigger. It comes from clients and may have any shape: a value of the wrong type, blank or out
 * of range counts as absent, and a product without a name cannot be shown.
 */
final class TriggerReader {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Metres; no store is larger. */
    private static final double MAX_COORDINATE = 10_000;

    /** Bodies are limited when they are received; within that limit a number may have any length. */
    private static final int MAX_NUMBER_LENGTH = 1_000_000;

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private TriggerReader() {}

    /** The elements of an array; none if it is not an array, or not JSON. */
    static List<JsonNode> elements(@Nullable JsonFragment fragment) {
        List<JsonNode> elements = new ArrayList<>();
        tree(fragment).forEach(elements::add);
        return elements;
    }

    private static JsonNode tree(@Nullable JsonFragment fragment) {
        if (fragment == null) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode tree = JSON.readTree(fragment.utf8());
            return tree.isArray() ? tree : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** The item with the highest discount, the first of equal ones; items without a discount come last. */
    static @Nullable ShownProduct bargain(List<JsonNode> items) {
        ShownProduct best = null;
        BigDecimal highest = null;
        for (JsonNode item : items) {
            BigDecimal discount = number(item.path("discount_pct")).orElse(null);
            ShownProduct shown = item(item);
            boolean higher = discount != null && (highest == null || discount.compareTo(highest) > 0);
            if (shown != null && (best == null || higher)) {
                best = shown;
                highest = discount;
            }
        }
        return best;
    }

    /** The second item, else the first. */
    static @Nullable ShownProduct secondOrElseFirst(List<JsonNode> items) {
        ShownProduct second = items.size() > 1 ? item(items.get(1)) : null;
        return second == null && !items.isEmpty() ? item(items.get(0)) : second;
    }

    /** The first forgotten item. */
    static @Nullable ShownProduct firstForgotten(List<JsonNode> forgotten) {
        if (forgotten.isEmpty()) {
            return null;
        }
        JsonNode first = forgotten.get(0);
        return words(first.path("name"))
                .or(() -> words(first.path("item_name")))
                .or(() -> words(first.path("product").path("name")))
                .map(name -> product(first, name, null))
                .orElse(null);
    }

    /**
     * The language of the shopper to whom these items were recommended, detected by the script of product names, which
     * are in that language. A Latin {@code item_name} proves nothing, since brand names are Latin in every language.
     */
    static @Nullable Language language(List<JsonNode> items, List<JsonNode> forgotten) {
        for (JsonNode each : concat(items, forgotten)) {
            Optional<Language> language = text(each.path("product").path("name"))
                    .flatMap(Script::languageOf)
                    .or(() -> text(each.path("item_name"))
                            .flatMap(Script::languageOf)
                            .filter(told -> told != Language.EN));
            if (language.isPresent()) {
                return language.get();
            }
        }
        return null;
    }

    private static List<JsonNode> concat(List<JsonNode> some, List<JsonNode> others) {
        List<JsonNode> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static @Nullable ShownProduct item(JsonNode item) {
        return itemName(item)
                .map(name -> product(
                        item,
                        name,
                        words(item.path("reason_detail_marketing"))
                                .or(() -> words(item.path("reason_detail")))
                                .orElse(null)))
                .orElse(null);
    }

    private static Optional<LocalizedText> itemName(JsonNode item) {
        Optional<String> english = text(item.path("item_name_en"));
        Optional<LocalizedText> own = words(item.path("item_name"))
                .or(() -> words(item.path("product").path("name")));
        return own.map(name -> new LocalizedText(name.ko(), english.orElse(name.en()), name.ja()))
                .or(() -> english.map(LocalizedText::same));
    }

    private static ShownProduct product(JsonNode thing, LocalizedText name, @Nullable LocalizedText copy) {
        JsonNode product = thing.path("product");
        return new ShownProduct(
                name,
                text(thing.path("brand")).or(() -> text(product.path("brand"))).orElse(null),
                copy,
                number(thing.path("discount_pct"))
                        .filter(percent -> percent.signum() > 0 && percent.compareTo(ALL) <= 0)
                        .orElse(null),
                price(thing, product).orElse(null),
                text(product.path("src_url"))
                        .or(() -> text(thing.path("src_url")))
                        .orElse(null),
                text(product.path("section_code"))
                        .or(() -> text(thing.path("section_code")))
                        .orElse(null),
                location(product).or(() -> location(thing)).orElse(null));
    }

    /** The price in the unit sent with it, or in yen if a client sent {@code price_yen}. */
    private static Optional<Price> price(JsonNode thing, JsonNode product) {
        Optional<String> unit = text(thing.path("price_unit")).or(() -> text(product.path("price_unit")));
        return number(thing.path("price"))
                .flatMap(amount -> unit.flatMap(known -> Price.of(amount, known)))
                .or(() -> number(thing.path("price_yen")).flatMap(amount -> Price.of(amount, "¥")))
                .or(() -> number(product.path("price"))
                        .flatMap(amount -> text(product.path("price_unit")).flatMap(known -> Price.of(amount, known))));
    }

    private static Optional<Location> location(JsonNode thing) {
        JsonNode location = thing.path("location");
        return coordinate(location.path("x"))
                .flatMap(x -> coordinate(location.path("y")).map(y -> new Location(x, y, 0)));
    }

    private static Optional<Double> coordinate(JsonNode node) {
        return node.isNumber()
                ? Optional.of(node.doubleValue()).filter(metres -> Math.abs(metres) <= MAX_COORDINATE)
                : Optional.empty();
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue()).map(DisplayText::tidy).filter(text -> !text.isEmpty());
    }

    /** A string, or an object with strings in some of the languages. */
    private static Optional<LocalizedText> words(JsonNode node) {
        if (!node.isObject()) {
            return text(node).map(LocalizedText::same);
        }
        Optional<String> japanese = text(node.path("ja")).or(() -> text(node.path("jp")));
        return LocalizedText.completing(
                text(node.path("ko")).orElse(null),
                text(node.path("en")).orElse(null),
                japanese.orElse(null),
                Language.EN);
    }
}
