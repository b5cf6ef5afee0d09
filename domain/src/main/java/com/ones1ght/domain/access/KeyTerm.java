package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.InvalidRequestException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The validity period of a new key.
 *
 * @param days one of {@link #OPTIONS}; null for a key that does not expire
 */
public record KeyTerm(@Nullable Integer days) {

    /** The possible terms, in days. */
    public static final List<Integer> OPTIONS = List.of(7, 14, 30, 60, 90, 180, 365);

    /** The term of keys for which none is chosen. */
    public static final KeyTerm DEFAULT = new KeyTerm(30);

    public static final KeyTerm UNLIMITED = new KeyTerm(null);

    private static final String LISTED = OPTIONS.stream().map(String::valueOf).collect(Collectors.joining(", "));

    /** @throws InvalidRequestException when it is none of the options */
    public KeyTerm {
        if (days != null && !OPTIONS.contains(days)) {
            throw new InvalidRequestException(
                    "keyTerm", "must be one of " + LISTED + ", or null for a key without an end");
        }
    }

    /** When a key created at {@code start} expires; null means never. */
    public @Nullable Instant endOf(Instant start) {
        return days == null ? null : start.plus(Duration.ofDays(days));
    }
}
