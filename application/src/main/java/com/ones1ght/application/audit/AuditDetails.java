package com.ones1ght.application.audit;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an audit entry tells of a change, in the order in which it is given. Immutable. */
public record AuditDetails(Map<String, String> values) {

    public AuditDetails {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Nothing yet. */
    public static AuditDetails none() {
        return new AuditDetails(Map.of());
    }

    /** @param value null is left out; constants are told by their names in lower case, collections with commas */
    public AuditDetails with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, String> longer = new LinkedHashMap<>(values);
        longer.put(name, text(value));
        return new AuditDetails(longer);
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        return value instanceof Collection<?> parts
                ? parts.stream().map(AuditDetails::text).collect(Collectors.joining(","))
                : value.toString();
    }
}
