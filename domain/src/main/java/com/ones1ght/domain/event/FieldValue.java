package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.Require;

/**
 * A field's value, kept exactly as it was written: it is compared and passed on, and never interpreted.
 *
 * @param written the written form, in which {@code kind} was recognized
 * @param kind what the value is
 */
public record FieldValue(String written, Kind kind) {

    /** What a value may be. */
    public enum Kind {
        /** No value, explicitly. */
        NONE,
        /** A text or a number. */
        PLAIN,
        /** Anything else. */
        OTHER
    }

    public FieldValue {
        Require.notBlank(written, "written");
        Require.notNull(kind, "kind");
    }

    boolean isGiven() {
        return kind != Kind.NONE;
    }

    boolean isPlain() {
        return kind == Kind.PLAIN;
    }
}
