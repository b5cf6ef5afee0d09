package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.InvalidRequestException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * For how long a new key opens something.
 *
 * @param days one of {@link #OPTIONS}; null means for ever
 */
public record KeyTerm(@Nullable Integer days) {

    /** The terms that there are, in days. */
    public static final List<Integer> OPTIONS = List.of(7, 14, 30, 60, 90, 180, 365);

    /** The term of keys for which none was chosen. */
    public static final KeyTerm DEFAULT = new KeyTerm(30);

    public static final KeyTerm FOR_EVER = new KeyTerm(null);

    private static final String TOLD = OPTIONS.stream().map(String::valueOf).collect(Collectors.joining(", "));

    /** @throws InvalidRequestException when it is none of the options */
    public KeyTerm {
        if (days != null && !OPTIONS.contains(days)) {
            throw new InvalidRequestException(
                    "expires_in_days", "expires_in_days must be one of " + TOLD + ", or null for a key without an end");
        }
    }

    /** From when on a key that is made at {@code start} opens nothing; null means never. */
    public @Nullable Instant endOf(Instant start) {
        return days == null ? null : start.plus(Duration.ofDays(days));
    }
}
