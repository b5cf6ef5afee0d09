package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Require;

/**
 * One exchange of a conversation, as the model is reminded of it.
 *
 * @param prompt what the shopper asked, without the prelude
 * @param mealJson what the assistant suggested: step 1's raw output, a JSON text
 */
public record Turn(String prompt, String mealJson) {

    public Turn {
        Require.notBlank(prompt, "prompt");
        Require.notBlank(mealJson, "meal");
    }
}
