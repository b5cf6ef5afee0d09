package com.ones1ght.adapters.llm.llmdemo;

import static com.ones1ght.adapters.llm.llmdemo.ResultFields.amount;
import static com.ones1ght.adapters.llm.llmdemo.ResultFields.isAbsent;
import static com.ones1ght.adapters.llm.llmdemo.ResultFields.number;
import static com.ones1ght.adapters.llm.llmdemo.ResultFields.product;
import static com.ones1ght.adapters.llm.llmdemo.ResultFields.text;
import static com.ones1ght.adapters.llm.llmdemo.ResultFields.wholeOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.llm.shared.UpstreamWords;
import com.ones1ght.domain.recommendation.BackList;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.Meal;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.recommendation.ShoppingList;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.recommendation.UpsellSurface;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.LocalizedText;
import com.ones1ght.domain.store.ProductId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of {@code query_results}; numbers may be strings. A malformed part is an {@link InvalidAnswer}; in a
 * list, malformed entries and those with a repeated recommendation id are omitted.
 */
final class QueryResults {

    private static final System.Logger LOG = System.getLogger(QueryResults.class.getName());

    private final Language language;

    QueryResults(Language language) {
        this.language = language;
    }

    Meal meal(JsonNode part) {
        String title = text(part, "recipe_title");
        if (title == null || title.isBlank()) {
            throw new InvalidAnswer("recipe_title");
        }
        return new Meal(
                title,
                text(part, "intro_message"),
                text(part, "recipe_description"),
                text(part, "recommendation_message"),
                text(part, "notes"),
                entries(part, "ingredients", this::ingredient));
    }

    ShoppingList shoppingList(JsonNode part) {
        return new ShoppingList(entries(part, "items", this::line), amount(part, "total_yen"));
    }

    UpsellSurface surface(JsonNode part, Set<String> seen) {
        return new UpsellSurface(entries(part, "items", item -> surfaceItem(item, seen)));
    }

    BackList backList(JsonNode part, Set<String> seen) {
        return new BackList(entries(part, "back_recommendations", item -> recommendation(item, seen)));
    }

    private Ingredient ingredient(JsonNode item) {
        LocalizedText name = localized(item, "name");
        if (name == null) {
            throw new InvalidAnswer("name");
        }
        BigDecimal quantity = amount(item, "quantity");
        return new Ingredient(
                name,
                text(item, "category"),
                quantity != null && quantity.signum() == 0 ? null : quantity,
                localized(item, "quantity_unit"));
    }

    private ShoppingLine line(JsonNode item) {
        ProductId id = product(item, "id");
        BigInteger quantity = wholeOrNull(item, "quantity", Integer.SIZE);
        return new ShoppingLine(
                id,
                text(item, "item_name"),
                text(item, "item_name_en"),
                amount(item, "price_yen"),
                text(item, "zone_name"),
                quantity == null ? 1 : Math.max(quantity.intValueExact(), 1),
                id != null && item.path("matched").asBoolean(true));
    }

    private UpsellItem surfaceItem(JsonNode item, Set<String> seen) {
        SurfaceReason reason = tagged(item, "reason", SurfaceReason.class);
        JsonNode id = item.path("id");
        return new UpsellItem(
                isAbsent(id) ? null : id.asText(),
                recommendationId(item, seen),
                product(item, "item_id"),
                text(item, "item_name"),
                text(item, "item_name_en"),
                reason,
                localized(item, "reason_detail"),
                localized(item, "reason_detail_marketing"),
                text(item.path("surface_reasoning"), "analyst_comment"));
    }

    private BackRecommendation recommendation(JsonNode item, Set<String> seen) {
        NotificationType type = tagged(item, "notification_type", NotificationType.class);
        ProductId product = product(item, "item_id");
        JsonNode zone = item.path("zone_id");
        JsonNode reasoning = item.path("store_reasoning");
        return new BackRecommendation(
                recommendationId(item, seen),
                product,
                text(item, "item_name"),
                text(item, "item_name_en"),
                text(item, "brand"),
                zone.canConvertToLong() && zone.isIntegralNumber() ? (Long) zone.asLong() : null,
                text(item, "zone_name"),
                amount(item, "price_yen"),
                type,
                amount(item, "discount_pct"),
                number(item, "applied_score"),
                number(item, "priority_score"),
                text(item, "reason_type"),
                localized(item, "reason_detail"),
                localized(item, "reason_detail_marketing"),
                text(reasoning, "method"),
                text(reasoning, "scoring_equation"),
                text(reasoning, "analyst_comment"));
    }

    private static <T> List<T> entries(JsonNode part, String field, Function<JsonNode, T> reader) {
        JsonNode array = part.path(field);
        if (!part.isObject() || !array.isArray()) {
            throw new InvalidAnswer(field);
        }
        List<T> read = new ArrayList<>(array.size());
        for (JsonNode item : array) {
            try {
                read.add(reader.apply(requireObject(item)));
            } catch (InvalidAnswer dropped) {
                // Omits the entry; the others are still usable.
            }
        }
        if (read.size() < array.size()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "llm-demo: {0} of {1} entries of {2} omitted, because they cannot be read",
                    array.size() - read.size(),
                    array.size(),
                    field);
        }
        return read;
    }

    private static JsonNode requireObject(JsonNode item) {
        if (!item.isObject()) {
            throw new InvalidAnswer("an entry");
        }
        return item;
    }

    private static String recommendationId(JsonNode item, Set<String> seen) {
        String id = text(item, "recommendation_id");
        if (id == null || id.isBlank() || !seen.add(id)) {
            throw new InvalidAnswer("recommendation_id");
        }
        return id;
    }

    private static <E extends Enum<E>> E tagged(JsonNode item, String field, Class<E> type) {
        return Optional.ofNullable(text(item, field))
                .flatMap(word -> UpstreamWords.read(type, word))
                .orElseThrow(() -> new InvalidAnswer(field));
    }

    /** An object with texts in some languages, or a string in an unknown language. */
    private @Nullable LocalizedText localized(JsonNode item, String field) {
        JsonNode value = item.path(field);
        if (isAbsent(value)) {
            return null;
        }
        if (value.isTextual()) {
            return value.textValue().isBlank() ? null : LocalizedText.same(value.textValue());
        }
        if (!value.isObject()) {
            throw new InvalidAnswer(field);
        }
        String japanese = text(value, "ja");
        return LocalizedText.completing(
                        text(value, "ko"),
                        text(value, "en"),
                        japanese == null || japanese.isBlank() ? text(value, "jp") : japanese,
                        language)
                .orElse(null);
    }
}
