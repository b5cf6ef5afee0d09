package com.ones1ght.application.signage.port;

import com.ones1ght.application.shared.Correlation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The passages that signages have been told of late, shared by all nodes: each node's own signages learn here what any
 * node was given to deliver. Each method is one transaction of its own.
 */
public interface RecentPassages {

    /**
     * Notes a delivery that the outbox still holds. One that is there already stays as it is; one that the outbox no
     * longer holds, since its profile was erased meanwhile, is not noted.
     *
     * @param endsAt from when on nobody wants to know of it
     */
    void note(UUID deliveryId, Instant endsAt);

    /**
     * What was noted since a look, and has not ended at {@code now}. Something may come twice, nothing is left out,
     * whatever is being noted at the same time.
     *
     * @param look the {@link Look#next()} of the last look, or {@link Look#FIRST}
     * @return in the order in which it was noted, as far as one was noted after the other
     */
    Look since(long look, Instant now);

    /** Removes what has ended at {@code now}. */
    void removeEnded(Instant now);

    /**
     * What a look has found.
     *
     * @param passed the passages
     * @param next where the next look begins
     */
    record Look(List<Passed> passed, long next) {

        /** Where the first look begins. */
        public static final long FIRST = 0;

        public Look {
            passed = List.copyOf(passed);
        }

        /** The passages without their requests. */
        public List<SignageTrigger> found() {
            return passed.stream().map(Passed::trigger).toList();
        }
    }

    /**
     * A passage.
     *
     * @param correlation of the request that reported it; null without one
     */
    record Passed(SignageTrigger trigger, @Nullable Correlation correlation) {}
}
