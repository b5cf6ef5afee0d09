package com.ones1ght.domain.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a model is reminded of when a run starts. */
public final class Conversation {

    private Conversation() {}

    /**
     * A run of some round of the chat whose step 2 was done, so that its meal no longer changes.
     *
     * @param roundNumber the round's place in the chat, from 1
     * @param run the number of the run within the round
     * @param prompt of that run
     * @param mealJson what step 1 gave; empty when it cannot be restored
     */
    public record PastRun(int roundNumber, int run, String prompt, Optional<String> mealJson) {}

    /**
     * The history for one run: of every earlier round the pair of its last run, in order, and then, for a
     * refinement, the pairs of the round's own earlier runs. Runs whose meal cannot be restored are skipped.
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
        List<Turn> turns = new ArrayList<>();
        lastOfEarlierRounds.values().forEach(pastRun -> addTo(turns, pastRun));
        own.forEach(pastRun -> addTo(turns, pastRun));
        return List.copyOf(turns);
    }

    private static void addTo(List<Turn> turns, PastRun pastRun) {
        pastRun.mealJson()
                .filter(meal -> !meal.isBlank())
                .ifPresent(meal -> turns.add(new Turn(pastRun.prompt(), meal)));
    }
}
