package com.ones1ght.application.event.port;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.event.ItemFields;
import com.ones1ght.domain.recommendation.Offer;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.shared.Language;
import java.util.List;

/** The form that items have in event payloads. Pure: no I/O. Values pass through byte for byte. */
public interface ItemDocuments {

    /** An offer's fields, as clients are shown them; those of a recommended item as ads have them, too. */
    ItemFields fields(Offer offer);

    /**
     * The fields of an item that was written before.
     *
     * @param item an object
     */
    ItemFields read(JsonFragment item);

    /** The item as an object. */
    JsonFragment write(ItemFields fields);

    /** Lines of a shopping list as clients are shown them: an array. */
    JsonFragment todos(List<TodoItem> items, Language language);
}
