package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Require;

/**
 * The output of a pipeline step.
 *
 * @param value the part that the gateway understands, validated
 * @param raw the output as the upstream sent it, as JSON text with all fields
 */
public record StepOutput<T>(T value, String raw) {

    public StepOutput {
        Require.notNull(value, "value");
        Require.notBlank(raw, "raw");
    }
}
