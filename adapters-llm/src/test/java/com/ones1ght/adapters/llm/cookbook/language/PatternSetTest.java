package com.ones1ght.adapters.llm.cookbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.embedded.Ask;
import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSetTest {

    private static final int STRIDE = 5;

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
                    \\b(?:no|without) (?:the |any )?nuts?  → dinner without any nuts;no nut → no pasta
                    (?:계란|달걀)(?:은|는)? ?빼             → 계란은 빼고;달걀빼      → 계란 넣고
                    (?<=보통 )라면(?!서)                    → 보통 라면               → 보통 국수
                    [ぁ-ん]{2,}抜き                         → ねぎたま抜き            → ねぎたま入り
                    も(?:う)?っと[辛甘]                     → もうっと甘い;もっと辛い → もっと早い
                    (?:ha)+                                 → hahaha                  → hello
                    a{2,3}bc+                               → aabcc                   → bbc
                    (?<tenth>ten|one)\\.(?=5)               → ten.5;one.5             → ten,5
                    """)
    void anExpressionShouldBeTriedWhereItCanMatch(String regex, String matching, String others) {
        PatternSet patterns = new PatternSet(List.of(Pattern.compile(regex)));
        assertThat(matching.split(";")).allMatch(text -> patterns.find(text).isPresent());
        assertThat(patterns.fitting(others)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[a-z]+", "(?:soup)?", "soup|[a-z]{3}", ".*", "(?i)soup", "\\d+", "soup*|(?:stew)*", "(?!soup)"})
    void anExpressionThatMatchesAnythingShouldRequireNothing(String regex) {
        assertThat(RequiredTexts.of(regex)).isEmpty();
    }

    @Test
    void whatAPatternMatchesItShouldBeTriedOn() {
        List<String> texts = texts();
        for (String file :
                List.of("intents.txt", "questions.txt", "limits.txt", "symptoms.txt", "exceptions.txt", "slips.txt")) {
            List<Pattern> patterns = ResourceText.lines(PatternSet.class, file).stream()
                    .map(line -> line.split(" \\| ")[1])
                    .filter(regex -> regex.length() > 2 && !regex.matches(".*[A-Z]{4}.*"))
                    .flatMap(PatternSetTest::compiled)
                    .toList();
            PatternSet set = new PatternSet(patterns);
            for (String text : texts) {
                List<Pattern> tried = set.fitting(text);
                assertThat(patterns)
                        .as("%s: %s", file, text)
                        .filteredOn(pattern -> pattern.matcher(text).find())
                        .allMatch(tried::contains);
            }
        }
    }

    @Test
    void mostPatternsShouldNotBeTriedOnMostTexts() {
        List<Pattern> patterns = ResourceText.lines(PatternSet.class, "slips.txt").stream()
                .filter(line -> line.startsWith("slip | "))
                .map(line -> Pattern.compile(line.split(" \\| ")[1]))
                .toList();
        PatternSet slips = new PatternSet(patterns);
        double tried = texts().stream()
                .mapToInt(text -> slips.fitting(text).size())
                .average()
                .orElseThrow();
        assertThat(tried).isLessThan(patterns.size() / 10.0);
    }

    @Test
    void replacementsShouldSeeWhatEarlierOnesHaveWritten() {
        PatternSet patterns = new PatternSet(List.of(Pattern.compile("colour"), Pattern.compile("red paint")));
        assertThat(patterns.replaceAll("red colour", List.of("paint", "door"))).isEqualTo("door");
    }

    private static Stream<Pattern> compiled(String regex) {
        try {
            return Stream.of(Pattern.compile(regex));
        } catch (IllegalArgumentException e) {
            // A line of words, not of an expression.
            return Stream.empty();
        }
    }

    /** One in so many of the table. */
    private static List<String> texts() {
        List<String> lines = ResourceText.lines(Ask.class, "prompts.txt");
        return IntStream.range(0, lines.size())
                .filter(i -> i % STRIDE == 0)
                .mapToObj(lines::get)
                .flatMap(line ->
                        Arrays.stream(ResourceText.columns(line, 4).get(2).split(" / ")))
                .map(TextNormalizer::normalize)
                .toList();
    }
}
