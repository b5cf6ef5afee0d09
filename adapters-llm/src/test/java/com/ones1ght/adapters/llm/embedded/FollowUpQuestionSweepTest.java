package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.shared.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Asks something about every dish once it is suggested: it stays what it is, and the question is answered. */
class FollowUpQuestionSweepTest {

    private static final Map<Language, List<String>> QUESTIONS = Map.of(
            Language.KO,
            List.of("전날 만들어 놔도 돼?", "이거 데울 때 전자레인지 써도 돼?", "뚜껑 덮고 끓여?", "초보도 할 수 있어?", "언제 간을 봐?", "이거 건강에 좋아?"),
            Language.EN,
            List.of(
                    "can I freeze it?",
                    "can I microwave it?",
                    "lid on or off?",
                    "is it difficult?",
                    "when do I add the garlic?",
                    "what pan do I need?"),
            Language.JA,
            List.of("冷凍できる？", "レンジで温めてもいい？", "蓋はする？", "初心者でも作れる？", "なんで酢を入れるの？", "お弁当に入れてもいい？"));

    /** That it was changed, or is not known what to change. */
    private static final List<String> MISREAD = List.of(
            "바꿔 보았",
            "바꿀지 알지 못해",
            "조건에도 맞아서",
            "changed as you asked",
            "I am not sure what",
            "already meets",
            "調整しました",
            "変えればよいか",
            "ままで、ご要望");

    private final RecommendationPipeline pipeline = new EmbeddedPipeline(Grocery.open());

    @Test
    void aQuestionAboutADishShouldBeAnsweredAndLeaveItAlone() {
        List<String> missed = new ArrayList<>();
        for (Dish dish : Cookbook.bundled().dishes()) {
            QUESTIONS.forEach((language, questions) -> questions.stream()
                    .filter(question -> !isAnswered(dish, language, question))
                    .map(question -> dish.title().in(language) + " / " + question)
                    .forEach(missed::add));
        }
        assertThat(missed).isEmpty();
    }

    private boolean isAnswered(Dish dish, Language language, String question) {
        Ask ask = new Ask(pipeline).in(language);
        String suggested = ask.dish(dish.title().in(language));
        PipelineSnapshot answer = ask.meal(question);
        String message = answer.meal().value().recommendationMessage();
        return Ask.rawMeal(answer).contains("\"dish\":\"" + suggested + "\"")
                && MISREAD.stream().noneMatch(message::contains);
    }
}
