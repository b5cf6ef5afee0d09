package com.ones1ght.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.chat.ChatHistory.PastRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatHistoryTest {

    @Test
    void firstRoundShouldHaveNoHistory() {
        assertThat(ChatHistory.history(List.of(), 1, 0)).isEmpty();
    }

    @Test
    void earlierRoundsShouldComeInOrderWhateverTheOrderTheyAreGivenIn() {
        List<PastRun> past = List.of(aRun(3, 0, "c"), aRun(1, 0, "a"), aRun(2, 0, "b"));

        assertThat(ChatHistory.history(past, 4, 0))
                .containsExactly(
                        new Turn("a", "{\"meal\":\"a\"}"),
                        new Turn("b", "{\"meal\":\"b\"}"),
                        new Turn("c", "{\"meal\":\"c\"}"));
    }

    @Test
    void refinedRoundShouldCountWithItsLastPairForLaterRounds() {
        List<PastRun> past = List.of(aRun(1, 1, "less spicy"), aRun(1, 2, "no pork"), aRun(1, 0, "mapo"));

        assertThat(prompts(ChatHistory.history(past, 2, 0))).containsExactly("no pork");
    }

    @Test
    void ownEarlierPairsShouldCloseTheHistoryOfARefinement() {
        List<PastRun> past = List.of(aRun(2, 1, "own second"), aRun(1, 0, "first"), aRun(2, 0, "own first"));

        assertThat(prompts(ChatHistory.history(past, 2, 2))).containsExactly("first", "own first", "own second");
    }

    @Test
    void runsThatAreNotBeforeTheGivenOneShouldBeIgnored() {
        List<PastRun> past = List.of(aRun(1, 0, "first"), aRun(2, 1, "itself"), aRun(3, 0, "later"));

        assertThat(prompts(ChatHistory.history(past, 2, 1))).containsExactly("first");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "2, true", "3, true", "4, true"})
    void mealShouldBelongToTheHistoryFromStep2On(int done, boolean expected) {
        PipelineSnapshot snapshot = Snapshots.withSteps(done);
        Optional<String> meal = expected ? Optional.of(Snapshots.MEAL.raw()) : Optional.empty();

        assertThat(ChatHistory.mealOf(Rounds.withSteps(done), snapshot)).isEqualTo(meal);
        assertThat(ChatHistory.mealOf(Rounds.withSteps(done).fail(Rounds.TIMEOUT, Rounds.NOON), snapshot))
                .isEqualTo(meal);
    }

    private static List<String> prompts(List<Turn> turns) {
        return turns.stream().map(Turn::prompt).toList();
    }

    private static PastRun aRun(int round, int run, String prompt) {
        return new PastRun(round, run, prompt, "{\"meal\":\"" + prompt + "\"}");
    }
}
