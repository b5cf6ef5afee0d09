package com.ones1ght.domain.visit;

import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.StageFlow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's way through the store, from entering to leaving (clients call it a session), stamped stage by stage. A
 * profile has one visit under way at the most.
 *
 * <p>Decisions about the next stamp need the last one alone, so that is what is loaded. Immutable.
 *
 * @param id names it
 * @param profile whose visit it is
 * @param startedAt when it began
 * @param endedAt when it ended; null while it is under way
 * @param stamps how many stamps it has, at least 1
 * @param lastStamp the latest of them
 */
public record Visit(
        VisitId id,
        ProfileId profile,
        Instant startedAt,
        @Nullable Instant endedAt,
        int stamps,
        Stamp lastStamp) {

    public Visit {
        Require.notNull(id, "session_id");
        Require.notNull(profile, "profile_id");
        Require.notNull(startedAt, "started_at");
        Require.that(stamps >= 1, "stamps", "be at least 1");
        Require.notNull(lastStamp, "last_stamp");
    }

    /** A visit that begins now, at {@code ENTER} or at the first stage of the tenant's flow. */
    public static Visit started(VisitId id, ProfileId profile, @Nullable StageFlow flow, Instant now) {
        Stage first = flow == null ? Stage.ENTER : new Stage(flow.first());
        return new Visit(id, profile, now, null, 1, new Stamp(first, null, now));
    }

    /** Whether recommendations can be asked for in its chat session. */
    public boolean isInChat() {
        return lastStamp.stage().equals(Stage.CHAT);
    }

    /**
     * Whether going on to {@code next} ends the visit's chat session. A tenant's flow ties the session to the stage
     * {@code CHAT}; without a flow labels are free, and none ends it.
     */
    public boolean leavesChatFor(Visit next, @Nullable StageFlow flow) {
        return flow != null && isInChat() && !next.isInChat();
    }

    /**
     * The visit with one more stamp.
     *
     * @param meta one JSON object; null when there is none
     * @param flow the tenant's; null leaves the labels free
     * @throws DomainException INVALID_STAGE when the flow does not have the stage, STAGE_REGRESSION when the flow
     *     has it before the present one
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
        // A stage that the flow does not have, from a time before the flow was set, stands before all of it.
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

    /** The visit, ended. */
    public Visit ended(Instant now) {
        return new Visit(id, profile, startedAt, notBeforeLast(now), stamps, lastStamp);
    }

    /** The clocks of two nodes may differ; the order of what happened does not. */
    private Instant notBeforeLast(Instant now) {
        return now.isBefore(lastStamp.at()) ? lastStamp.at() : now;
    }
}
