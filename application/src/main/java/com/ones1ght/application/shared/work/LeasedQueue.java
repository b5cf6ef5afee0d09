package com.ones1ght.application.shared.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A queue of items that all nodes share. A node claims an item for the duration of a lease, and renews the claim while it
 * holds the item; when the lease has run out, another node may claim it. Every claim has a higher fencing token than the
 * one before, and every write checks it, so that a node that was presumed dead can write nothing more. How a holder
 * saves, postpones, parks or completes an item is up to the queue's own methods. Each method is a transaction of its own.
 *
 * @param <I> an item with its claim and all that its processing needs
 * @param <C> a claim: the item's id and the fencing token
 */
public interface LeasedQueue<I, C> {

    /**
     * Claims due items that no node holds at {@code now}. Skips those that another node is claiming at the moment.
     *
     * @param limit the maximum number, at least 1
     * @param lease how long the claims last
     * @return the longest due first; empty if there are none
     */
    List<I> claimDue(int limit, Instant now, Duration lease);

    /**
     * Extends claims to {@code now + lease}.
     *
     * @return the claims that the caller still holds; the others are lost
     */
    Set<C> renew(Collection<C> claims, Instant now, Duration lease);

    /**
     * Those of the claims whose items have been ended by somebody other than their holder, and are worked on by nobody any
     * more. Not those that another node has claimed.
     *
     * @return none where only holders end items
     */
    default Set<C> ended(Collection<C> claims) {
        return Set.of();
    }

    /**
     * Releases claims: their items are due at once, for any node. Ignores claims that the caller no longer holds.
     */
    void release(Collection<C> claims, Instant now);
}
