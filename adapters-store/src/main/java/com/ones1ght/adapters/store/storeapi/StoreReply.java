package com.ones1ght.adapters.store.storeapi;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the store-API.
 *
 * @param body the answer for {@link Kind#FOUND}; else a missing node
 */
public record StoreReply(Kind kind, JsonNode body) {

    /** The meaning of the HTTP status. */
    public enum Kind {
        FOUND,
        /** The store does not exist. This is an answer, not a failure. */
        UNKNOWN,
        /** The store-API is available but asks for a later retry (429, 503). */
        BUSY
    }
}
