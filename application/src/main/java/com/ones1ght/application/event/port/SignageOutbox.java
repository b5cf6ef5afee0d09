package com.ones1ght.application.event.port;

import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.application.event.port.SignageOutbox.ClaimedDelivery;
import com.ones1ght.application.event.port.SignageOutbox.DeliveryClaim;
import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.work.LeasedQueue;
import com.ones1ght.application.signage.port.SignageTrigger;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the signages have yet to be told, shared by all nodes. Of a profile's deliveries only the first is ever given
 * out, so that they arrive in the order in which they were accepted; one that is parked is passed over.
 */
public interface SignageOutbox extends LeasedQueue<ClaimedDelivery, DeliveryClaim> {

    /**
     * Adds a delivery after all others of its profile, due at once. Takes part in the caller's transaction.
     *
     * @param correlation of the request that triggers; null when none does
     */
    void append(TenantId tenant, SignageTrigger trigger, @Nullable Correlation correlation, Instant acceptedAt);

    /**
     * Adds events of a round to the {@link EventLog}, in their order, and a delivery after all others of its profile, due at
     * once; in the caller's transaction or in one of its own, which deliveries that are added at once may share.
     *
     * @param round what the events and the delivery were made of
     * @param correlation of the request that triggers; null when none does
     * @return false when the round or the shopper's store has changed since it was read, or the profile has been erased:
     *     nothing is written
     */
    boolean append(
            TriggeredRound round,
            List<Event> events,
            SignageTrigger trigger,
            @Nullable Correlation correlation,
            Instant acceptedAt);

    /** It has arrived: forgets it. False when the claim is no longer the caller's. */
    boolean delivered(DeliveryClaim claim);

    /**
     * It could not be delivered: gives it back, to be tried again later.
     *
     * @param reason for operators; names no shopper
     * @return false when the claim is no longer the caller's
     */
    boolean postpone(DeliveryClaim claim, Instant dueAt, String reason);

    /**
     * It is not tried any more until somebody sends it again.
     *
     * @param reason for operators; names no shopper
     * @return false when the claim is no longer the caller's
     */
    boolean park(DeliveryClaim claim, Instant now, String reason);

    /** The tenant's parked deliveries, the longest parked first, at most {@code limit}. */
    List<ParkedDelivery> parked(TenantId tenant, int limit);

    /**
     * Tries a parked delivery again, with the same id, as if it had been accepted at {@code now}; it keeps its place.
     *
     * @return false when the tenant has no such parked delivery
     */
    boolean resend(TenantId tenant, UUID delivery, Instant now);

    /** How things stand with the deliveries of all tenants. */
    Backlog backlog();

    /**
     * @param waiting how many have yet to arrive and are not parked
     * @param parked how many are parked
     * @param since when the longest waiting of those that are not parked was accepted; null when none waits
     */
    record Backlog(long waiting, long parked, @Nullable Instant since) {}

    /**
     * The right to report on a delivery.
     *
     * @param tenant whose it is
     * @param delivery its id
     * @param token higher with each claim
     */
    record DeliveryClaim(TenantId tenant, UUID delivery, long token) {}

    /**
     * A delivery to be made.
     *
     * @param claim the right to report on it
     * @param trigger what to tell
     * @param attempts how many have failed
     * @param acceptedAt since when it has been tried
     * @param correlation as it was accepted with
     */
    record ClaimedDelivery(
            DeliveryClaim claim,
            SignageTrigger trigger,
            int attempts,
            Instant acceptedAt,
            @Nullable Correlation correlation) {}

    /**
     * A delivery that was given up.
     *
     * @param trigger what was to be told
     * @param attempts how many have failed
     * @param parkedAt when it was given up
     * @param reason why the last attempt failed
     */
    record ParkedDelivery(SignageTrigger trigger, int attempts, Instant parkedAt, String reason) {}
}
