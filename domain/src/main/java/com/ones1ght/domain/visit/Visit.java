package com.ones1ght.domain.visit;

import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.StageFlow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's stay in the store, from entering to leaving, with a stamp for each stage. A profile has at most one active
 * visit. Clients know it as a session.
 *
 * <p>Immutable. Holds the last stamp only, which is all that decisions about the next one need.
 *
 * @param endedAt null while it is active
 * @param stamps the number of stamps, at least 1
 */
public record Visit(
        VisitId id,
        ProfileId profile,
        Instant startedAt,
        @Nullable Instant endedAt,
        int stamps,
        Stamp lastStamp) {

    public Visit {
        Require.notNull(id, "id");
        Require.notNull(profile, "profile");
        Require.notNull(startedAt, "startedAt");
        Require.that(stamps >= 1, "stamps", "be at least 1");
        Require.notNull(lastStamp, "lastStamp");
    }

    /** A new visit, at {@code ENTER} or at the first stage of the tenant's flow. */
    public static Visit started(VisitId id, ProfileId profile, @Nullable StageFlow flow, Instant now) {
        Stage first = flow == null ? Stage.ENTER : new Stage(flow.first());
        return new Visit(id, profile, now, null, 1, new Stamp(first, null, now));
    }

    /** Whether recommendations can be asked for in its chat session. */
    public boolean isInChat() {
        return lastStamp.stage().equals(Stage.CHAT);
    }

    /**
     * Whether going on to {@code next} ends the chat session. With a flow the session belongs to the stage
     * {@code CHAT}; without one no stage ends it.
     */
    public boolean leavesChatFor(Visit next, @Nullable StageFlow flow) {
        return flow != null && isInChat() && !next.isInChat();
    }

    /**
     * The visit with another stamp.
     *
     * @param meta a JSON object; null when there is none
     * @param flow the tenant's; null allows any stage
     * @throws DomainException INVALID_STAGE when the flow does not have the stage, STAGE_REGRESSION when it
     *     precedes the current stage
     */
    public Visit stamped(Stage stage, @Nullable String meta, @Nullable StageFlow flow, Instant now) {
        if (flow != null) {
            check(stage, flow);
        }
        return new Visit(id, profile, startedAt, endedAt, stamps + 1, new Stamp(stage, meta, notBeforeLast(now)));
    }

    private void check(Stage next, StageFlow flow) {
        int place = flow.placeOf(next.label());
        if (place < 0) {
            throw new DomainException(
                    ErrorCode.INVALID_STAGE,
                    "This status is not part of the session flow; use one of " + String.join(", ", flow.stages()));
        }
        // The current stage may date from before the flow was set; then it precedes all stages of the flow.
        int present = flow.placeOf(lastStamp.stage().label());
        if (place < present) {
            throw new DomainException(
                    ErrorCode.STAGE_REGRESSION,
                    "The session flow does not go back; use "
                            + String.join(
                                    " or ",
                                    flow.stages().subList(present, flow.stages().size())));
        }
    }

    public Visit ended(Instant now) {
        return new Visit(id, profile, startedAt, notBeforeLast(now), stamps, lastStamp);
    }

    /** The clocks of nodes may differ; stamps stay in order. */
    private Instant notBeforeLast(Instant now) {
        return now.isBefore(lastStamp.at()) ? lastStamp.at() : now;
    }
}
