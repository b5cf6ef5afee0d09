package com.ones1ght.adapters.store.storeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.application.shared.port.CallObserver.Outcome;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.store.StoreId;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Queries lists, and translates every failure into {@link StoreUnavailableException}. */
final class StoreQueries {

    private final StoreApiClient client;

    StoreQueries(StoreApiClient client) {
        this.client = client;
    }

    /**
     * @param store named by clients; a name that is not a single path segment is an unknown store, because it would
     *     redirect the call, which carries the gateway's key
     * @param field the answer's field that holds the list
     * @param element reads an element of the list
     * @return empty for a store that the backend does not know
     * @throws StoreUnavailableException when there is no usable answer
     */
    <T> List<T> list(StoreId store, Function<StoreApi, Response> call, String field, Function<Fields, T> element) {
        return ask(store, call, body -> read(store, body, field, element)).orElse(List.of());
    }

    /**
     * An object that holds a list.
     *
     * @param store see {@link #list}
     * @param field the object's field that holds the list
     * @param whole makes the object of its fields and the list
     * @return empty where the backend has none
     * @throws StoreUnavailableException when there is no usable answer
     */
    <E, T> Optional<T> object(
            StoreId store,
            Function<StoreApi, Response> call,
            String field,
            BiFunction<Fields, List<E>, T> whole,
            Function<Fields, E> element) {
        return ask(store, call, body -> {
            List<E> list = read(store, body, field, element);
            try {
                return whole.apply(new Fields(body), list);
            } catch (IllegalArgumentException e) {
                throw new StoreApiFailure("sent an answer that cannot be read: " + e.getMessage(), null);
            }
        });
    }

    private <T> Optional<T> ask(StoreId store, Function<StoreApi, Response> call, Function<JsonNode, T> reader) {
        if (!isSegment(store.value())) {
            return Optional.empty();
        }
        try {
            StoreReply reply = client.ask(call);
            return switch (reply.kind()) {
                case UNKNOWN -> Optional.empty();
                case BUSY -> throw new StoreUnavailableException("store-API asks for a later retry");
                case FOUND -> Optional.of(reader.apply(reply.body()));
            };
        } catch (StoreApiFailure e) {
            throw new StoreUnavailableException(e.getMessage(), e);
        } catch (CircuitBreakerOpenException e) {
            client.notMade(Outcome.BREAKER_OPEN);
            throw new StoreUnavailableException("store-API circuit breaker open: " + client.lastFailure(), e);
        } catch (FaultToleranceException e) {
            client.notMade(Outcome.LIMIT_REACHED);
            throw new StoreUnavailableException("store-API: too many concurrent calls", e);
        }
    }

    private static boolean isSegment(String name) {
        return name.indexOf('/') < 0 && name.indexOf('\\') < 0 && !name.equals(".") && !name.equals("..");
    }

    /** Omits entries that cannot be read; the others are still usable. */
    private <T> List<T> read(StoreId store, JsonNode body, String field, Function<Fields, T> element) {
        JsonNode list = body.path(field);
        if (!list.isArray()) {
            throw new StoreApiFailure("sent an answer without the list " + field, null);
        }
        List<T> read = new ArrayList<>(list.size());
        for (JsonNode entry : list) {
            try {
                read.add(element.apply(new Fields(entry)));
            } catch (IllegalArgumentException e) {
                client.oddEntries().report(store, field, entry, e);
            }
        }
        return read;
    }
}
