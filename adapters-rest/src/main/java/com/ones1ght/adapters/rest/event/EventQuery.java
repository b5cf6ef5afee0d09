package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.shared.InstantQuery;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.event.EventFilter;
import com.ones1ght.domain.event.EventType;
import com.ones1ght.domain.shared.InvalidRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameters that filter lists of events; of a repeated parameter the first counts. */
final class EventQuery {

    private static final String TYPES =
            Arrays.stream(EventType.values()).map(EventType::name).collect(Collectors.joining(", "));

    private EventQuery() {}

    /** @throws InvalidRequestException when a parameter is invalid */
    static EventFilter filter(MultivaluedMap<String, String> query) {
        return new EventFilter(
                PathIds.profileFilter(query.getFirst("profile_id")),
                type(query),
                InstantQuery.read(query, "from"),
                InstantQuery.read(query, "to"));
    }

    /** @throws InvalidRequestException when it is not an event type */
    static @Nullable EventType type(MultivaluedMap<String, String> query) {
        String name = query.getFirst("type");
        return name == null
                ? null
                : Arrays.stream(EventType.values())
                        .filter(type -> type.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new InvalidRequestException("type", "must be one of " + TYPES));
    }
}
