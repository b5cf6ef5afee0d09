package com.ones1ght.domain.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a model is reminded of when a run starts. */
public final class Conversation {

    private Conversation() {}

    /**
     * A run of some round of the chat whose meal belongs to the conversation; see {@link #mealOf}.
     *
     * @param roundNumber the round's place in the chat, from 1
     * @param run the number of the run within the round
     * @param prompt of that run
     * @param mealJson what step 1 gave
     */
    public record PastRun(int roundNumber, int run, String prompt, String mealJson) {}

    /**
     * The meal by which a run enters the conversation, as JSON: what step 1 gave, once step 2 is done and the meal can
     * no longer change; empty before.
     */
    public static Optional<String> mealOf(Round round, PipelineSnapshot snapshot) {
        return Optional.ofNullable(snapshot.meal())
                .filter(meal -> round.hasShoppingList())
                .map(StepOutput::raw);
    }

    /**
     * The history for one run: of every earlier round the pair of its last run, in order, and then, for a
     * refinement, the pairs of the round's own earlier runs.
     *
     * @param past in any order; runs that are not before the given one are ignored
     * @param roundNumber the round that is about to run
     * @param run its run
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
