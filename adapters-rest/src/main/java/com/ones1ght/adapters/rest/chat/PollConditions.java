package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.FieldError;
import com.ones1ght.adapters.rest.shared.InvalidInputException;
import com.ones1ght.application.chat.Baseline;
import com.ones1ght.application.chat.WatchChatUseCase;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a poll says of itself: {@code If-None-Match}, or {@code since} in its place, and {@code wait}; of a repeated
 * parameter, the first one counts.
 *
 * @param baseline what the client has already
 * @param maxWait how long it wants to wait for news
 */
record PollConditions(Baseline baseline, Duration maxWait) {

    private static final String WAIT = "wait";
    private static final String SINCE = "since";

    /** @throws InvalidInputException when {@code wait} is invalid */
    static PollConditions of(SecurityContext caller) {
        MultivaluedMap<String, String> query = Caller.query(caller);
        return new PollConditions(
                baseline(Caller.header(caller, HttpHeaders.IF_NONE_MATCH), query.getFirst(SINCE)),
                maxWait(query.getFirst(WAIT)));
    }

    private static Baseline baseline(@Nullable List<String> header, @Nullable String since) {
        return (header == null || header.isEmpty()) && since != null
                ? ChatTags.baselineOfQuery(since)
                : baseline(header == null ? List.of() : header);
    }

    /** @param header the values of {@code If-None-Match} of a poll without a query */
    static Baseline baseline(List<String> header) {
        return header.isEmpty() ? Baseline.NONE : ChatTags.baseline(String.join(",", header));
    }

    private static Duration maxWait(@Nullable String seconds) {
        if (seconds == null) {
            return Duration.ZERO;
        }
        long max = WatchChatUseCase.Query.MAX_WAIT.toSeconds();
        if (!seconds.matches("[0-9]{1,9}") || Integer.parseInt(seconds) > max) {
            throw new InvalidInputException(
                    List.of(new FieldError(WAIT, WAIT + " must be a whole number of seconds from 0 to " + max)));
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }
}
