package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Asks for something to be had with every dinner, by its names: no answer cooks the dinner itself. */
class SideDishSweepTest {

    private static final Map<Language, List<String>> SENTENCES = Map.of(
            Language.KO, List.of("%s에 곁들일 반찬", "%s 옆에 놓을 반찬 하나", "%s에 어울리는 샐러드"),
            Language.EN, List.of("something to go with %s", "a side dish for %s", "a salad to have with my %s"),
            Language.JA, List.of("%sに合う副菜", "%sに添えるサラダ", "%sと一緒に食べるおかず"));

    private static final Map<Language, String> LETTERS =
            Map.of(Language.KO, "[가-힣 ]+", Language.EN, "[a-z' -]+", Language.JA, "[ぁ-んァ-ヶー一-龠]+");

    /** They are read as foods and what is done with them. */
    private static final Set<String> UNREACHED = Set.of("라면 끓이기", "알리오 올리오", "カツどん", "cream stew");

    private final RecommendationPipeline pipeline = new EmbeddedPipeline(Grocery.open());

    @Test
    void whatGoesWithADishShouldBeAnotherOne() {
        List<String> missed = new ArrayList<>();
        for (Dish dish : Cookbook.bundled().dishes()) {
            if (dish.has("dinner") && !dish.has("side")) {
                SENTENCES.forEach((language, sentences) -> dish.keywords().stream()
                        .filter(name -> name.matches(LETTERS.get(language)) && !UNREACHED.contains(name))
                        .flatMap(name -> sentences.stream().map(sentence -> sentence.formatted(name)))
                        .filter(prompt ->
                                !isOfSide(dish, new Ask(pipeline).in(language).dish(prompt)))
                        .forEach(missed::add));
            }
        }
        assertThat(missed).isEmpty();
    }

    private static boolean isOfSide(Dish dish, String given) {
        Set<String> tags = Cookbook.bundled().dish(given).orElseThrow().tags();
        return !given.equals(dish.id()) && (tags.contains("side") || tags.contains("salad"));
    }
}
