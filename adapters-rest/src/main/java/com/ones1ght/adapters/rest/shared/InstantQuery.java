package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.InvalidRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads timestamps from a query; of a repeated parameter, the first one counts. */
public final class InstantQuery {

    private InstantQuery() {}

    /**
     * @return null without the parameter
     * @throws InvalidRequestException when it is not a timestamp
     */
    public static @Nullable Instant read(MultivaluedMap<String, String> query, String name) {
        String text = query.getFirst(name);
        if (text == null) {
            return null;
        }
        try {
            // An unescaped plus sign was decoded as a space.
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+'));
            if (time.getYear() >= 0 && time.getYear() <= 9999) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            throw malformed(name);
        }
        throw malformed(name);
    }

    private static InvalidRequestException malformed(String name) {
        return new InvalidRequestException(name, "must be a timestamp such as 2026-04-29T05:28:08Z");
    }
}
