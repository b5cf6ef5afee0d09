package com.ones1ght.adapters.llm.cookbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Diet;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.adapters.llm.cookbook.Foods;
import com.ones1ght.adapters.llm.shared.ResourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether the analyzers see the words of the vocabulary where shoppers use them. */
class VocabularyTest {

    private static final List<String> KOREAN =
            List.of("%s", "%s 빼고", "%s 넣고", "저녁에 %s 먹고 싶어", "냉장고에 %s 있는데", "우리 애가 %s 못 먹어요", "저는 %s 알레르기");
    private static final List<String> JAPANESE = List.of("%s", "%sで", "%s抜きで", "%sが苦手", "%sアレルギー");
    private static final List<String> ENGLISH = List.of("%s", "no %s", "dinner with %s", "allergic to %s");

    private static final List<String> KOREAN_ENDINGS =
            List.of("인데", "이라서", "입니다", "이면 좋겠어", "이에요", "이 있어요", "은 어때", "도 괜찮은");

    /** When dishes are had, rather than what they are called. */
    private static final Set<String> OCCASIONS = Set.of("역시 전", "이사하는 날", "생일 국", "생일상 국");

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

    /** All of its names, however the analyzer takes them apart in a sentence. */
    @Test
    void everyDishShouldBeWishedForByItsNames() {
        List<String> missed = new ArrayList<>();
        for (Dish dish : Cookbook.bundled().dishes()) {
            for (String name : dish.keywords()) {
                for (String sentence : OCCASIONS.contains(name) ? List.<String>of() : wishes(name)) {
                    String text = sentence.formatted(name);
                    if (!reader.read(text).dishes().contains(dish.id())) {
                        missed.add(dish.id() + ": " + text);
                    }
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    /** Whatever Korean puts behind its name. */
    @Test
    void aWayOfEatingShouldBeFoundInASentence() {
        List<String> missed = new ArrayList<>();
        for (String line : ResourceText.lines(LexiconAnalyzer.class, "words.txt")) {
            List<String> columns = ResourceText.columns(line, 4);
            boolean isDiet = Diet.isKnown(columns.get(0));
            ResourceText.items(isDiet ? columns.get(1) : "").stream()
                    .filter(name -> name.matches("[가-힣]{3,}(?<!다)"))
                    .forEach(name -> KOREAN_ENDINGS.stream()
                            .map(name::concat)
                            .filter(text -> analyzer.analyze(text).mentions().stream()
                                    .noneMatch(mention -> mention.isOf(Concept.Kind.TAG)))
                            .forEach(missed::add));
        }
        assertThat(missed).isEmpty();
    }

    /** As the analyzer gives them; another form is never seen. */
    @Test
    void cuesShouldBeInDictionaryForm() {
        List<String> inflected = Cues.bundled().words().stream()
                .filter(cue -> cue.matches("[a-z]{4,}"))
                .filter(cue -> analyzer.analyze("the " + cue + " one").tokens().stream()
                        .noneMatch(token -> token.term().equals(cue)))
                .toList();
        assertThat(inflected).isEmpty();
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

    private static List<String> wishes(String word) {
        return switch (Scripts.of(word.codePointAt(word.length() - 1))) {
            case HANGUL -> List.of("오늘 저녁에 %s 해 먹고 싶어", "아이가 %s 먹고 싶대", "%s 어때?", "둘이서 %s 먹으려고요", "%s 좀 해주라 ㅎㅎ");
            case JAPANESE -> List.of("今夜は%sが食べたい", "%sにしようかな", "%sで", "子どもが%s食べたいって", "久しぶりに%sいいね");
            default ->
                List.of(
                        "I'd like %s tonight",
                        "can we have %s?", "how about some %s, for two", "%s pls", "thinking of making %s");
        };
    }
}
