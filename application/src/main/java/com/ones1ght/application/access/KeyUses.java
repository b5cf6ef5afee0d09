package com.ones1ght.application.access;

import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.application.shared.work.BackgroundTask;
import com.ones1ght.domain.access.ApiKeyId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Remembers when keys were last used on this node, and stores it from time to time, all keys in one statement: no
 * request writes. What a node that is lost had not stored yet is lost with it.
 */
public final class KeyUses {

    private final ApiKeys keys;
    private final BackgroundTask storing;
    private final Map<ApiKeyId, Instant> uses = new ConcurrentHashMap<>();

    /**
     * @param executor runs short pieces of work that may block on the database
     * @param timer only hands work to {@code executor}
     * @param interval how often to store, and so how far behind the stored times may be
     */
    public KeyUses(ApiKeys keys, Executor executor, ScheduledExecutorService timer, Duration interval) {
        this.keys = keys;
        this.storing = new BackgroundTask("Storing when keys were last used", this::store, executor, timer, interval);
    }

    /** The key has just opened something. Costs no input or output. */
    public void note(ApiKeyId key, Instant now) {
        uses.merge(key, now, KeyUses::later);
    }

    /** Begins to store. */
    public void start() {
        storing.start();
    }

    /** Stores what is left, and stores no more by itself. */
    public void stop() {
        storing.stop();
        storing.runHere();
    }

    private void store() {
        Map<ApiKeyId, Instant> taken = new HashMap<>();
        for (ApiKeyId key : uses.keySet()) {
            Instant at = uses.remove(key);
            if (at != null) {
                taken.put(key, at);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            keys.noteUses(taken);
        } catch (RuntimeException e) {
            taken.forEach(this::note);
            throw e;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
