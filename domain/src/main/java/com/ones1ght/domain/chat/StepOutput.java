package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Require;

/**
 * What a step of a pipeline gave.
 *
 * @param <T> what the step produces
 * @param value the part that the gateway understands, checked
 * @param raw the same as upstream sent it, a JSON text, fields unknown to the gateway included
 */
public record StepOutput<T>(T value, String raw) {

    public StepOutput {
        Require.notNull(value, "value");
        Require.notBlank(raw, "raw");
    }
}
