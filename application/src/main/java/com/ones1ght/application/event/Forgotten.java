package com.ones1ght.application.event;

import com.ones1ght.application.shared.JsonFragment;

/** What a shopper has forgotten to pick up. */
public sealed interface Forgotten {

    /** What the app reports: an array of any content, passed on as it is. */
    record Reported(JsonFragment array) implements Forgotten {}

    /** The lines of the round's shopping list that are still open. */
    record OpenTodos() implements Forgotten {}
}
