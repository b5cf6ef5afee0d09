package com.ones1ght.adapters.store.storeapi;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the store-API has answered.
 *
 * @param kind what there is to do with it
 * @param body with {@link Kind#FOUND}, the answer; else missing
 */
public record StoreReply(Kind kind, JsonNode body) {

    /** What the store-API says by its status. */
    public enum Kind {
        FOUND,
        /** There is no such store. An answer, not a failure. */
        UNKNOWN,
        /** The store-API is alive and asks to be left alone for a while. */
        BUSY
    }
}
