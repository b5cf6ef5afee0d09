package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.JsonCuts;
import com.ones1ght.adapters.rest.shared.WireWords;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.recommendation.TodoList;
import com.ones1ght.domain.shared.Language;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Lines of a shopping list, as clients see them and as events repeat them. */
public final class TodoDocument {

    private TodoDocument() {}

    /** An array with the lines, in the language of their products' names. */
    public static JsonFragment of(List<TodoItem> items, Language language) {
        return ResultWriter.document(language, json -> json.objects(items, item -> write(json, item)));
    }

    /** A round's {@code todos} with these lines and their total; the other fields keep their text. */
    static JsonFragment replaced(JsonFragment todos, TodoList list, Language language) {
        JsonFragment replacements = ResultWriter.document(
                language,
                json -> json.object(() -> {
                    json.objects("items", list.items(), item -> write(json, item));
                    json.number("total", list.total());
                }));
        Map<String, String> fields = JsonCuts.fields(todos.toString());
        fields.putAll(JsonCuts.fields(replacements.toString()));
        return JsonFragment.of(JsonCuts.object(fields));
    }

    /** The fields of a line. The migration of earlier documents relies on their order. */
    static void write(ResultWriter json, TodoItem item) throws IOException {
        json.number("quantity", item.quantity());
        json.text("state", WireWords.of(item.state()));
        json.product(item.product());
    }
}
