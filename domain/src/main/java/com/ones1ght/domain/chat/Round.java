package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One prompt of a chat, and the progress of its answer. A round is created by a kickoff, goes through the pipeline, and
 * settles as completed or in error. A refinement starts another run, with another prompt, of a round that has settled
 * or has its shopping list. The results are stored beside the round and are not part of it.
 *
 * <p>Immutable: each change returns another round.
 *
 * @param number its place in the chat, from 1
 * @param run the number of its current run: 0 for the kickoff, n for its nth refinement
 * @param prompt of the current run
 * @param language of the current run's answer
 * @param progress of the current run
 * @param backListStatus the state of step 4; null until the first snapshot
 * @param failure why the current run ended in error; null if it did not
 * @param updatedAt the last change that clients can see
 */
public record Round(
        RoundId id,
        ChatId chat,
        int number,
        int run,
        Prompt prompt,
        Language language,
        RoundState state,
        Progress progress,
        @Nullable BackListStatus backListStatus,
        @Nullable RunFailure failure,
        Instant createdAt,
        Instant updatedAt) {

    public Round {
        Require.notNull(id, "id");
        Require.notNull(chat, "chat");
        Require.that(number >= 1, "number", "be at least 1");
        Require.that(run >= 0, "run", "not be negative");
        Require.notNull(prompt, "prompt");
        Require.notNull(language, "language");
        Require.notNull(state, "state");
        Require.notNull(progress, "progress");
        Require.that((state == RoundState.ERROR) == (failure != null), "failure", "be set in error only");
        Require.notNull(createdAt, "createdAt");
        Require.notNull(updatedAt, "updatedAt");
    }

    static Round created(RoundId id, ChatId chat, int number, Prompt prompt, Language language, Instant now) {
        return new Round(
                id, chat, number, 0, prompt, language, RoundState.CREATED, Progress.START, null, null, now, now);
    }

    /** Whether the shopping list is still to come: the chat's next run has to wait. */
    public boolean isInFlight() {
        return !state.isSettled() && !hasShoppingList();
    }

    /** Whether step 2 of the current run is done: its meal no longer changes and belongs to the chat's history. */
    public boolean hasShoppingList() {
        return progress.isDone(PipelineStep.SHOPPING_LIST);
    }

    public boolean isCancelled() {
        return failure instanceof RunFailure.Cancelled;
    }

    /**
     * The round with another run for another prompt.
     *
     * @throws com.ones1ght.domain.shared.DomainException PRIOR_ROUND_IN_FLIGHT or REFINEMENT_CAP_EXCEEDED
     */
    Round refined(Prompt newPrompt, Language newLanguage, Instant now) {
        InFlightGuard.check(this);
        RefinementCap.check(run);
        return new Round(
                id,
                chat,
                number,
                run + 1,
                newPrompt,
                newLanguage,
                RoundState.CREATED,
                Progress.START,
                null,
                null,
                createdAt,
                now);
    }

    /**
     * The round after a snapshot of its current run. Steps never go back; a settled round stays as it is; a snapshot
     * without news returns an equal round.
     */
    public Round absorb(PipelineSnapshot snapshot, Instant now) {
        if (state.isSettled()) {
            return this;
        }
        Progress reached = progress.atLeast(snapshot.stepsDone());
        if (reached.isComplete()) {
            return changed(RoundState.COMPLETED, reached, BackListStatus.COMPLETED, null, now);
        }
        BackListStatus backList = backListStatus(snapshot, reached);
        if (snapshot.failure() != null) {
            return changed(RoundState.ERROR, reached.stop(), backList, snapshot.failure(), now);
        }
        return changed(RoundState.KICKED_OFF, reached, backList, null, now);
    }

    /** Ends the current run in error; a settled round stays as it is. */
    public Round fail(RunFailure reason, Instant now) {
        return state.isSettled() ? this : changed(RoundState.ERROR, progress.stop(), backListStatus, reason, now);
    }

    private Round changed(
            RoundState newState,
            Progress newProgress,
            @Nullable BackListStatus newBackList,
            @Nullable RunFailure newFailure,
            Instant now) {
        boolean same = newState == state && newProgress.equals(progress) && newBackList == backListStatus;
        return same
                ? this
                : new Round(
                        id,
                        chat,
                        number,
                        run,
                        prompt,
                        language,
                        newState,
                        newProgress,
                        newBackList,
                        newFailure,
                        createdAt,
                        now);
    }

    /** The state of step 4 while it is not done; never goes back within a run. */
    private BackListStatus backListStatus(PipelineSnapshot snapshot, Progress reached) {
        BackListStatus now = reportedOrImplied(snapshot.backListStatus(), reached);
        return backListStatus != null && backListStatus.compareTo(now) > 0 ? backListStatus : now;
    }

    private static BackListStatus reportedOrImplied(@Nullable BackListStatus reported, Progress reached) {
        if (reported == BackListStatus.COMPLETED) {
            // Clients see "completed" together with step 4's data, not before.
            return BackListStatus.IN_PROGRESS;
        }
        if (reported != null) {
            return reported;
        }
        return reached.isDone(PipelineStep.SHOPPING_LIST) ? BackListStatus.IN_PROGRESS : BackListStatus.NOT_STARTED;
    }
}
