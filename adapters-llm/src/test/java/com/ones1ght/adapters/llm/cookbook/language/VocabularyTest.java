package com.ones1ght.adapters.llm.cookbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Foods;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether the analyzers see the words of the vocabulary where shoppers use them. */
class VocabularyTest {

    private static final List<String> KOREAN =
            List.of("%s", "%s 빼고", "%s 넣고", "저녁에 %s 먹고 싶어", "냉장고에 %s 있는데", "우리 애가 %s 못 먹어요", "저는 %s 알레르기");
    private static final List<String> JAPANESE = List.of("%s", "%sで", "%s抜きで", "%sが苦手", "%sアレルギー");
    private static final List<String> ENGLISH = List.of("%s", "no %s", "dinner with %s", "allergic to %s");

    private final Foods foods = Cookbook.bundled().foods();
    private final LanguageAnalyzer analyzer = LanguageAnalyzer.bundled();
    private final PromptReader reader = new PromptReader(Cookbook.bundled(), analyzer);

    @Test
    void aWordAloneShouldAlwaysBeFound() {
        foods.words().forEach((concept, words) -> assertThat(words)
                .allSatisfy(word ->
                        assertThat(analyzer.analyze(word).foods()).as(word).contains(concept)));
    }

    @Test
    void nearlyEveryWordShouldBeFoundInASentence() {
        List<String> missed = new ArrayList<>();
        int asked = 0;
        for (Map.Entry<String, List<String>> entry : foods.words().entrySet()) {
            for (String word : entry.getValue()) {
                for (String sentence : sentences(word)) {
                    asked++;
                    String text = sentence.formatted(word);
                    if (!analyzer.analyze(text).foods().contains(entry.getKey())) {
                        missed.add(text);
                    }
                }
            }
        }
        assertThat(missed).as("of %d", asked).hasSizeLessThan(asked / 100);
    }

    @Test
    void anAllergyToAFamilyShouldNeverBeMissed() {
        foods.words().forEach((concept, words) -> {
            if (foods.isFamily(concept)) {
                assertThat(words).allSatisfy(word -> assertThat(reader.read(sentences(word)
                                        .get(sentences(word).size() - 1)
                                        .formatted(word))
                                .allergies())
                        .as(word)
                        .isNotEmpty());
            }
        });
    }

    private static List<String> sentences(String word) {
        return switch (Scripts.of(word.codePointAt(word.length() - 1))) {
            case HANGUL -> KOREAN;
            case JAPANESE -> JAPANESE;
            default -> ENGLISH;
        };
    }
}
