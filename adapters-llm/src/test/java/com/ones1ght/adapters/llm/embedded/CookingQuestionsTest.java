package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.shared.ResourceText;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What shoppers ask in three languages, judged as a cook would: prompts.txt. */
class CookingQuestionsTest {

    private static final FakeStoreCatalog SHOP = Grocery.open();
    private static final Map<String, List<Verdict>> VERDICTS = new LinkedHashMap<>();

    private record Verdict(String language, String prompt, List<String> faults) {}

    @BeforeAll
    static void ask() {
        ResourceText.lines(CookingQuestionsTest.class, "prompts.txt").forEach(CookingQuestionsTest::ask);
        VERDICTS.forEach((kind, verdicts) -> System.out.println(kind + ": " + figures(verdicts)));
        VERDICTS.values().forEach(verdicts -> verdicts.stream()
                .filter(verdict -> !verdict.faults().isEmpty())
                .forEach(System.out::println));
    }

    @Test
    void nearlyAllSinglePromptsShouldBeAnsweredRight() {
        assertThat(right("single")).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void mostFollowUpsShouldBeAnsweredRight() {
        assertThat(right("follow-up")).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void whatIsAMatterOfSafetyShouldAlwaysBeKept() {
        assertThat(VERDICTS.get("safety")).isNotEmpty().allSatisfy(verdict -> assertThat(verdict.faults())
                .as(verdict.prompt())
                .isEmpty());
    }

    private static void ask(String line) {
        List<String> columns = ResourceText.columns(line, 4);
        Language language = Language.valueOf(columns.get(0).toUpperCase(Locale.ROOT));
        boolean safety = columns.get(1).startsWith("safety");
        String profile = columns.get(1).replace("safety", "").strip();
        Ask ask = new Ask(SHOP).in(language).as(profile.isEmpty() ? "{}" : profile);
        String[] prompts = columns.get(2).split(" / ");
        String[] expected = columns.get(3).split(" / ");
        for (int turn = 0; turn < prompts.length; turn++) {
            String kind = safety ? "safety" : turn == 0 ? "single" : "follow-up";
            Expectation expectation = new Expectation(expected[turn].strip());
            VERDICTS.computeIfAbsent(kind, ignored -> new ArrayList<>())
                    .add(new Verdict(
                            columns.get(0), prompts[turn].strip(), expectation.faults(ask, prompts[turn].strip())));
        }
    }

    private static double right(String kind) {
        return share(VERDICTS.get(kind));
    }

    private static double share(List<Verdict> verdicts) {
        return verdicts.stream().filter(verdict -> verdict.faults().isEmpty()).count() / (double) verdicts.size();
    }

    private static String figures(List<Verdict> verdicts) {
        return verdicts.stream().collect(Collectors.groupingBy(Verdict::language)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "%s %d of %d"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().stream()
                                        .filter(verdict -> verdict.faults().isEmpty())
                                        .count(),
                                entry.getValue().size()))
                .collect(Collectors.joining(", "));
    }
}
