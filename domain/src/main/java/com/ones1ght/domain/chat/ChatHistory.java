package com.ones1ght.domain.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The previous turns of a chat that are passed to the model when a run starts. */
public final class ChatHistory {

    private ChatHistory() {}

    /**
     * A run of the chat whose meal belongs to the history; see {@link #mealOf}.
     *
     * @param roundNumber the round's place in the chat, from 1
     * @param run the number of the run within the round, from 0
     * @param mealJson step 1's raw output
     */
    public record PastRun(int roundNumber, int run, String prompt, String mealJson) {}

    /**
     * The meal with which a run enters the history, as JSON: step 1's raw output once step 2 is done, when it no longer
     * changes; empty before.
     */
    public static Optional<String> mealOf(Round round, PipelineSnapshot snapshot) {
        return Optional.ofNullable(snapshot.meal())
                .filter(meal -> round.hasShoppingList())
                .map(StepOutput::raw);
    }

    /**
     * The history of one run: the last run of every earlier round, in order, and for a refinement also the round's own
     * earlier runs.
     *
     * @param past in any order; runs that are not before the given one are ignored
     * @param roundNumber the round's place in the chat
     * @param run the number of the run within the round
     */
    public static List<Turn> history(List<PastRun> past, int roundNumber, int run) {
        Map<Integer, PastRun> lastOfEarlierRounds = new TreeMap<>();
        List<PastRun> own = new ArrayList<>();
        for (PastRun candidate : past) {
            if (candidate.roundNumber() < roundNumber) {
                lastOfEarlierRounds.merge(
                        candidate.roundNumber(), candidate, (one, other) -> one.run() > other.run() ? one : other);
            } else if (candidate.roundNumber() == roundNumber && candidate.run() < run) {
                own.add(candidate);
            }
        }
        own.sort(Comparator.comparingInt(PastRun::run));
        return Stream.concat(lastOfEarlierRounds.values().stream(), own.stream())
                .map(pastRun -> new Turn(pastRun.prompt(), pastRun.mealJson()))
                .toList();
    }
}
