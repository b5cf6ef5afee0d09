package com.ones1ght.adapters.store.storeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.application.store.port.StoreUnavailableException;
import com.ones1ght.domain.store.StoreId;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Asks for lists, and tells every kind of failure in the port's words. */
final class StoreQuestions {

    private final StoreApiClient client;

    StoreQuestions(StoreApiClient client) {
        this.client = client;
    }

    /**
     * @param store whose; clients name it, and a name that is no single segment of a path is no store's here: it would
     *     lead the call, with the gateway's key, to some other place
     * @param field which of the answer's fields is the list
     * @param element reads one of its elements
     * @return empty for a store that the backend does not know
     * @throws StoreUnavailableException when there is no usable answer
     */
    <T> List<T> list(StoreId store, Function<StoreApi, Response> call, String field, Function<Fields, T> element) {
        if (!isSegment(store.value())) {
            return List.of();
        }
        try {
            StoreReply reply = client.ask(call);
            return switch (reply.kind()) {
                case UNKNOWN -> List.of();
                case BUSY -> throw new StoreUnavailableException("store-API asks to be left alone for a while");
                case FOUND -> read(store, reply.body(), field, element);
            };
        } catch (StoreApiFailure e) {
            throw new StoreUnavailableException(e.getMessage(), e);
        } catch (CircuitBreakerOpenException e) {
            throw new StoreUnavailableException("store-API circuit breaker open, since " + client.lastFailure(), e);
        } catch (FaultToleranceException e) {
            throw new StoreUnavailableException("store-API: too many calls are under way", e);
        }
    }

    private static boolean isSegment(String name) {
        return name.indexOf('/') < 0 && name.indexOf('\\') < 0 && !name.equals(".") && !name.equals("..");
    }

    /** An entry that cannot be read is left out: the others are as good as before. */
    private <T> List<T> read(StoreId store, JsonNode body, String field, Function<Fields, T> element) {
        JsonNode list = body.path(field);
        if (!list.isArray()) {
            throw new StoreApiFailure("answered without the list " + field, null);
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
