package com.ones1ght.application.event;

import com.ones1ght.application.event.port.ItemDocuments;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.event.FieldValue;
import com.ones1ght.domain.event.ItemField;
import com.ones1ght.domain.event.ItemFields;
import com.ones1ght.domain.recommendation.Offer;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.shared.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows of an offer its name alone, and reads back what it has written itself. */
final class FakeItemDocuments implements ItemDocuments {

    static final ItemField REC_ID = new ItemField.Other("rec_id");

    private final Map<String, ItemFields> written = new HashMap<>();

    static FieldValue text(String text) {
        return new FieldValue("\"" + text + "\"", FieldValue.Kind.PLAIN);
    }

    @Override
    public ItemFields fields(Offer offer) {
        return new ItemFields(Map.of(REC_ID, text(offer.recommendationId())));
    }

    @Override
    public ItemFields read(JsonFragment item) {
        return written.get(item.toString());
    }

    @Override
    public JsonFragment write(ItemFields fields) {
        StringBuilder json = new StringBuilder();
        fields.values().forEach((field, value) -> json.append(json.isEmpty() ? "{" : ",")
                .append(field instanceof ItemField.Other other ? other.name() : field)
                .append(':')
                .append(value.written()));
        String text = json.isEmpty() ? "{}" : json.append('}').toString();
        written.put(text, fields);
        return JsonFragment.of(text);
    }

    @Override
    public JsonFragment todos(List<TodoItem> items, Language language) {
        return JsonFragment.of(items.stream()
                .map(item -> item.quantity() + " " + item.product().nameIn(language))
                .toList()
                .toString());
    }
}
