package com.ones1ght.adapters.rest.shared;

import com.ones1ght.domain.shared.InvalidRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads points in time out of a query; of a repeated parameter the first counts. */
public final class InstantQuery {

    private InstantQuery() {}

    /**
     * @return null when the parameter is not there
     * @throws InvalidRequestException when it is no timestamp
     */
    public static @Nullable Instant read(MultivaluedMap<String, String> query, String name) {
        String text = query.getFirst(name);
        if (text == null) {
            return null;
        }
        try {
            // A plus sign that was not escaped has become a space.
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
