package com.ones1ght.application.chat;

import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.shared.Require;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has followed a round.
 *
 * @param run the number of the run, as in {@link RoundView}
 * @param place the number of done steps that were shown, 0 to 4, or {@link #END}
 */
public record RoundPosition(int run, int place) {

    /** The place behind all steps: the run is over. */
    public static final int END = PipelineStep.values().length + 1;

    public RoundPosition {
        Require.that(run >= 0, "run", "not be negative");
        Require.that(place >= 0 && place <= END, "place", "be from 0 to " + END);
    }

    /** Whether the run is over. */
    public boolean isEnd() {
        return place == END;
    }

    /** Whether the current run of the round has been here; not so in a position of another run. */
    boolean isPassedBy(RoundView round) {
        boolean isReached =
                isEnd() ? round.state().isSettled() : place <= round.progress().doneSteps();
        return run == round.run() && isReached;
    }

    /**
     * What a follower has still to be shown of a round, in order. A run that began while it followed is shown from its
     * first step on.
     *
     * @param last what it was shown last; null when it has just come, and begins with the current step
     */
    static List<RoundPosition> after(@Nullable RoundPosition last, RoundView round) {
        int done = round.progress().doneSteps();
        int first;
        if (last == null) {
            first = done;
        } else {
            first = last.run == round.run() ? last.place + 1 : 0;
        }
        IntStream steps = IntStream.rangeClosed(first, done);
        IntStream end = round.state().isSettled() && first <= END ? IntStream.of(END) : IntStream.empty();
        return IntStream.concat(steps, end)
                .mapToObj(place -> new RoundPosition(round.run(), place))
                .toList();
    }
}
