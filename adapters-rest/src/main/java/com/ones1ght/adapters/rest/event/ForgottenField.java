package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.FieldReader;
import com.ones1ght.adapters.rest.shared.JsonCuts;
import com.ones1ght.application.event.Forgotten;
import com.ones1ght.application.shared.JsonFragment;
import org.jspecify.annotations.Nullable;

/** The field {@code forgotten} of triggers: an array of the client's, or the word {@code open}. */
final class ForgottenField {

    private static final String NAME = "forgotten";

    private ForgottenField() {}

    /** @return null for an absent or empty array */
    static @Nullable Forgotten read(FieldReader fields) {
        if (fields.isText(NAME, "open")) {
            return new Forgotten.OpenTodos();
        }
        String array = fields.optionalArray(NAME);
        return array == null || JsonCuts.elements(array).isEmpty()
                ? null
                : new Forgotten.Reported(JsonFragment.of(array));
    }
}
