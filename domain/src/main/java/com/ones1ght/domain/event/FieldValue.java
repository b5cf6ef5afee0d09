package com.ones1ght.domain.event;

import com.ones1ght.domain.shared.Require;

/**
 * A field's value, kept exactly as the client sent it and never interpreted.
 *
 * @param written the value as JSON text
 */
public record FieldValue(String written, Kind kind) {

    /** The kinds of values that the domain tells apart. */
    public enum Kind {
        /** An explicit null. */
        NONE,
        /** A string or a number. */
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
