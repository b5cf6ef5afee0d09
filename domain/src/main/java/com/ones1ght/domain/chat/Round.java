package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One prompt of a conversation and how far its answer is. A round is created by a kickoff, goes through the
 * pipeline, and settles as completed or in error; a refinement sends a settled round, or one past its shopping
 * list, through the pipeline again, as another run with another prompt. What the shopper is shown, and what the
 * pipeline gave, is stored beside it and is not part of it.
 *
 * <p>Immutable: each change answers another round.
 *
 * @param id names it
 * @param chat the conversation it belongs to
 * @param number its place in the conversation, from 1
 * @param run the number of its current run: 0 for the kickoff, n for its nth refinement
 * @param prompt of the current run
 * @param language of the current run's answer
 * @param state where it is in its life
 * @param progress of the current run
 * @param backListStatus what is known of step 4; null until the first snapshot
 * @param lastError why the current run ended early; null if it did not
 * @param createdAt when it was created
 * @param updatedAt when a client could last see it change
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
        @Nullable String lastError,
        Instant createdAt,
        Instant updatedAt) {

    public Round {
        Require.notNull(id, "round_id");
        Require.notNull(chat, "chat_id");
        Require.that(number >= 1, "round_no", "be at least 1");
        Require.that(run >= 0, "run", "not be negative");
        Require.notNull(prompt, "prompt");
        Require.notNull(language, "language");
        Require.notNull(state, "state");
        Require.notNull(progress, "progress");
        Require.that((state == RoundState.ERROR) == (lastError != null), "last_error", "be set in error only");
        Require.notNull(createdAt, "created_at");
        Require.notNull(updatedAt, "updated_at");
    }

    static Round created(RoundId id, ChatId chat, int number, Prompt prompt, Language language, Instant now) {
        return new Round(
                id, chat, number, 0, prompt, language, RoundState.CREATED, Progress.START, null, null, now, now);
    }

    /** Whether the next run of the chat has to wait: the shopping list is not there, and may still come. */
    public boolean isInFlight() {
        return !state.isSettled() && !hasShoppingList();
    }

    /** Whether the meal of the current run can no longer change, so that it belongs to the conversation. */
    public boolean hasShoppingList() {
        return progress.isDone(PipelineStep.SHOPPING_LIST);
    }

    /** Whether the current run was cancelled. */
    public boolean isCancelled() {
        return RunFailure.Cancelled.LAST_ERROR.equals(lastError);
    }

    /**
     * The same round on its way again with another prompt.
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
     * What the round becomes by a snapshot of its current run. Steps never go back; a settled round stays as it
     * is; a snapshot that tells nothing new leaves the round equal to what it was.
     */
    public Round absorb(PipelineSnapshot snapshot, Instant now) {
        if (state.isSettled()) {
            return this;
        }
        Progress reached = progress.atLeast(snapshot.stepsDone());
        RunFailure failure = snapshot.failure();
        if (reached.isComplete()) {
            return changed(RoundState.COMPLETED, reached, BackListStatus.COMPLETED, null, now);
        }
        BackListStatus backList = backListStatus(snapshot, reached);
        if (failure != null) {
            return changed(RoundState.ERROR, reached.stop(), backList, failure.lastError(), now);
        }
        return changed(RoundState.KICKED_OFF, reached, backList, null, now);
    }

    /** The same round, ended early; a settled one stays as it is. */
    public Round fail(RunFailure failure, Instant now) {
        return state.isSettled()
                ? this
                : changed(RoundState.ERROR, progress.stop(), backListStatus, failure.lastError(), now);
    }

    private Round changed(
            RoundState newState,
            Progress newProgress,
            @Nullable BackListStatus newBackList,
            @Nullable String error,
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
                        error,
                        createdAt,
                        now);
    }

    /** What is known of step 4 while it is not done; never goes back within a run. */
    private BackListStatus backListStatus(PipelineSnapshot snapshot, Progress reached) {
        BackListStatus now = toldOrImplied(snapshot.backListStatus(), reached);
        return backListStatus != null && backListStatus.compareTo(now) > 0 ? backListStatus : now;
    }

    private static BackListStatus toldOrImplied(@Nullable BackListStatus told, Progress reached) {
        if (told == BackListStatus.COMPLETED) {
            // Completed is what a client is told together with step 4's data, not before.
            return BackListStatus.IN_PROGRESS;
        }
        if (told != null) {
            return told;
        }
        return reached.isDone(PipelineStep.SHOPPING_LIST) ? BackListStatus.IN_PROGRESS : BackListStatus.NOT_STARTED;
    }
}
