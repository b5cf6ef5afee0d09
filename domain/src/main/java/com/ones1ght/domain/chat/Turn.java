package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Require;

/**
 * One question of a chat with its answer, as it is passed to the model.
 *
 * @param prompt what the shopper asked, without the prelude
 * @param mealJson the suggested meal: step 1's raw output as JSON text
 */
public record Turn(String prompt, String mealJson) {

    public Turn {
        Require.notBlank(prompt, "prompt");
        Require.notBlank(mealJson, "mealJson");
    }
}
