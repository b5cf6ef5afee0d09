package com.ones1ght.application.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of one tenant on this node, and who follows them. What is at hand is without a gap up to the last
 * event that was read. Thread-safe.
 */
final class TenantFeed {

    /** Beyond it the oldest go, however young they are: an event may be as large as a request. */
    private static final int MAX_AT_HAND = 500;

    private record Read(LoggedEvent event, Instant at) {}

    private final Set<Follower> followers = new CopyOnWriteArraySet<>();
    private final TreeMap<Long, Read> atHand = new TreeMap<>();
    /** All events after this number, as far as they were read, are at hand. */
    private long gapUpTo;

    private long last;

    TenantFeed(long last) {
        this.gapUpTo = last;
        this.last = last;
    }

    void add(Follower follower) {
        followers.add(follower);
    }

    boolean remove(Follower follower) {
        return followers.remove(follower);
    }

    int followers() {
        return followers.size();
    }

    Set<Follower> all() {
        return followers;
    }

    /** The number of the last event that was read. */
    synchronized long last() {
        return last;
    }

    synchronized void add(LoggedEvent event, Instant now) {
        atHand.put(event.number(), new Read(event, now));
        last = event.number();
        if (atHand.size() > MAX_AT_HAND) {
            forgetFirst();
        }
    }

    synchronized void forgetBefore(Instant instant) {
        while (!atHand.isEmpty() && atHand.firstEntry().getValue().at().isBefore(instant)) {
            forgetFirst();
        }
    }

    private void forgetFirst() {
        gapUpTo = atHand.pollFirstEntry().getKey();
    }

    /** Keeps nothing; whoever lags reads the log. */
    synchronized void forgetAll() {
        atHand.clear();
        gapUpTo = last;
    }

    /** Whether {@link #after} has an answer. */
    synchronized boolean hasAllAfter(long number) {
        return number >= gapUpTo;
    }

    /** Some events after the number, in order; null when not all of them are at hand. */
    synchronized @Nullable List<LoggedEvent> after(long number) {
        if (number < gapUpTo) {
            return null;
        }
        List<LoggedEvent> next = new ArrayList<>();
        for (Map.Entry<Long, Read> entry : atHand.tailMap(number, false).entrySet()) {
            next.add(entry.getValue().event());
            if (next.size() == FeedSettings.PAGE) {
                break;
            }
        }
        return next;
    }
}
