package com.ones1ght.application.shared.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Items that have to be worked on, shared by all nodes. A node claims an item for the length of a lease, and renews the
 * claim while it holds the item; when the lease has run out another node may claim it. Every claim has a higher fencing
 * token than the one before, and every write checks it, so that a node that was taken for dead writes nothing more.
 * What a holder writes when an item goes on, waits, is parked or done is for the queue's own methods. Each method is one
 * transaction of its own.
 *
 * @param <I> an item with its claim and all that is needed to work on it
 * @param <C> a claim: the item's id and the fencing token
 */
public interface LeasedQueue<I, C> {

    /**
     * Claims due items that nobody holds at {@code now}. Those that another node is claiming at the moment are skipped,
     * not waited for.
     *
     * @param limit at most so many, at least 1
     * @param lease how long the claim lasts
     * @return the longest due first; empty when there are none
     */
    List<I> claimDue(int limit, Instant now, Duration lease);

    /**
     * Prolongs claims to {@code now + lease}.
     *
     * @return those that are still the caller's; the others are lost
     */
    Set<C> renew(Collection<C> claims, Instant now, Duration lease);

    /**
     * Gives claims back, due at once for any node, as if they had not been worked on. Claims that are no longer the
     * caller's are passed over.
     */
    void release(Collection<C> claims, Instant now);
}
