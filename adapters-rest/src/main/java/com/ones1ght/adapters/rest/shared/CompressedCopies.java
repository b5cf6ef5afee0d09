package com.ones1ght.adapters.rest.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The compressed forms of answers that do not change: pages, their files and the OpenAPI document are compressed once, and
 * not for each request. An entity tag says that an answer is still the same.
 */
final class CompressedCopies {

    /** All pages and their files take less; above it, the least recently used ones go. */
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private static final String API = "/v1";

    /** @param path without the context path, decoded and normalized, so that a file has one name */
    record Key(String path, String etag, int length) {}

    private final Cache<Key, byte[]> copies = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, byte[] copy) -> copy.length)
            .executor(Runnable::run)
            .build();

    /** What an answer is a form of; null for an answer of the API, which is its client's own. */
    static @Nullable String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = request.getServletPath() + (info == null ? "" : info);
        return path.equals(API) || path.startsWith(API + "/") ? null : path;
    }

    /** The compressed form, made by one thread if there is none yet. Not to be changed. */
    byte[] get(Key key, Supplier<byte[]> compress) {
        return copies.get(key, missing -> compress.get());
    }
}
