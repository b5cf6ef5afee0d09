package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.chat.OfferDocument;
import com.ones1ght.adapters.rest.chat.TodoDocument;
import com.ones1ght.adapters.rest.shared.JsonCuts;
import com.ones1ght.application.event.port.ItemDocuments;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.event.FieldValue;
import com.ones1ght.domain.event.ItemField;
import com.ones1ght.domain.event.ItemFields;
import com.ones1ght.domain.event.ProductFact;
import com.ones1ght.domain.recommendation.Offer;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.shared.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Items as JSON objects; each value keeps its original text. */
@ApplicationScoped
public class JsonItemDocuments implements ItemDocuments {

    private static final Map<String, ItemField> FACTS =
            Arrays.stream(ProductFact.values()).collect(Collectors.toMap(JsonItemDocuments::name, Function.identity()));

    @Override
    public ItemFields fields(Offer offer) {
        return read(OfferDocument.of(offer));
    }

    @Override
    public ItemFields read(JsonFragment item) {
        return fields(item.toString(), Set.of());
    }

    /** @param without names of fields that do not belong to the item */
    static ItemFields fields(String object, Collection<String> without) {
        Map<ItemField, FieldValue> fields = new LinkedHashMap<>();
        JsonCuts.fields(object).forEach((name, written) -> {
            if (!without.contains(name)) {
                ItemField fact = FACTS.get(name);
                fields.put(fact == null ? new ItemField.Other(name) : fact, value(written));
            }
        });
        return new ItemFields(fields);
    }

    @Override
    public JsonFragment write(ItemFields fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.values().forEach((field, value) -> texts.put(name(field), value.written()));
        return JsonFragment.of(JsonCuts.object(texts));
    }

    @Override
    public JsonFragment todos(List<TodoItem> items, Language language) {
        return TodoDocument.of(items, language);
    }

    private static FieldValue value(String written) {
        return new FieldValue(
                written,
                switch (written.charAt(0)) {
                    case 'n' -> FieldValue.Kind.NONE;
                    case '"', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> FieldValue.Kind.PLAIN;
                    default -> FieldValue.Kind.OTHER;
                });
    }

    private static String name(ItemField field) {
        if (field instanceof ItemField.Other other) {
            return other.name();
        }
        return switch ((ProductFact) field) {
            case ITEM_ID -> "item_id";
            case ITEM_NAME -> "item_name";
            case ITEM_NAME_EN -> "item_name_en";
            case PRICE -> "price";
            case PRICE_UNIT -> "price_unit";
            case PRICE_YEN -> "price_yen";
        };
    }
}
