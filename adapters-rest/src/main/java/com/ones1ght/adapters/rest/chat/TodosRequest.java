package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.ObjectArray;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.domain.recommendation.TodoChanges;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.recommendation.TodoState;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body that changes a shopping list. One that asks for nothing is invalid, as is an entry: unknown fields are ignored,
 * and a misspelt one would look like success.
 */
record TodosRequest(List<Item> items, List<Added> additions) {

    /** For {@code items} and {@code add} each. */
    static final int MAX_ENTRIES = 100;

    static TodosRequest from(JsonObject body) {
        FieldReader fields = body.reader();
        List<Item> items = ObjectArray.read(fields, "items", MAX_ENTRIES, (reader, item) -> Item.from(reader));
        List<Added> additions = ObjectArray.read(fields, "add", MAX_ENTRIES, (reader, item) -> Added.from(reader));
        fields.check();
        if (items.isEmpty() && additions.isEmpty()) {
            fields.wrong("items", "or add must have an element");
            fields.check();
        }
        return new TodosRequest(items, additions);
    }

    TodoChanges toChanges() {
        return new TodoChanges(
                items.stream().map(Item::toChange).toList(),
                additions.stream().map(Added::toAddition).toList());
    }

    private static @Nullable Integer quantity(FieldReader fields) {
        return fields.optionalInteger("quantity", 1, TodoItem.MAX_QUANTITY);
    }

    /** An element of {@code items}. */
    record Item(
            long id, @Nullable TodoState state, @Nullable Integer quantity) {

        static Item from(FieldReader fields) {
            long id = fields.requiredLong("item_id");
            if (!fields.isGiven("state") && !fields.isGiven("quantity")) {
                fields.wrong("state", "or quantity is required");
            }
            return new Item(id, state(fields), TodosRequest.quantity(fields));
        }

        private static @Nullable TodoState state(FieldReader fields) {
            String word = fields.optionalString("state");
            if (word == null) {
                return null;
            }
            TodoState state = WireWords.read(TodoState.class, word).orElse(null);
            if (state == null) {
                fields.wrong("state", "must be open, picked, have or removed");
            }
            return state;
        }

        TodoChanges.Change toChange() {
            return new TodoChanges.Change(new ProductId(id), state, quantity);
        }
    }

    /** An element of {@code add}; the quantity of an invalid one is 0. */
    record Added(long id, int quantity) {

        static Added from(FieldReader fields) {
            long id = fields.requiredLong("item_id");
            fields.require("quantity");
            Integer quantity = TodosRequest.quantity(fields);
            return new Added(id, quantity == null ? 0 : quantity);
        }

        TodoChanges.Addition toAddition() {
            return new TodoChanges.Addition(new ProductId(id), quantity);
        }
    }
}
