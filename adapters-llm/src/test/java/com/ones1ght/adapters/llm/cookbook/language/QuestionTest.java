package com.ones1ght.adapters.llm.cookbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.language.Question.Topic;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "how long will it take?; TIME",
                "조리시간은?; TIME",
                "何分かかる？; TIME",
                "how many calories is that; CALORIES",
                "칼로리 얼마야; CALORIES",
                "カロリーは？; CALORIES",
                "can I make it ahead; STORAGE",
                "얼려도 돼?; STORAGE",
                "作り置きできる？; STORAGE",
                "how much garlic do I need; AMOUNT",
                "두부 몇 모 필요해?; AMOUNT",
                "卵は何個いる？; AMOUNT",
                "does it contain nuts?; CONTENT",
                "새우 들어가?; CONTENT",
                "えび入ってますか; CONTENT",
                "what does it cost?; PRICE",
                "다 하면 얼마야?; PRICE",
                "合計はいくら?; PRICE",
                "is it spicy?; SPICINESS",
                "이거 매워?; SPICINESS",
                "辛いですか; SPICINESS"
            })
    void aQuestionAboutTheDishShouldBeUnderstood(String text, Topic topic) {
        assertThat(question(text).map(Question::topic)).contains(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "something quick",
                "오래 걸리지 않는 걸로",
                "15분 안에 되는 거",
                "두부 많이 넣어줘",
                "low calorie dinner",
                "30分以内で",
                "もっと辛くして",
                "맵지 않게 해줘",
                "냉동실에 있는 새우로",
                "make it for four"
            })
    void aWishShouldBeNoQuestion(String text) {
        assertThat(question(text)).isEmpty();
    }

    private static Optional<Question> question(String text) {
        return Question.in(LanguageAnalyzer.bundled().analyze(text));
    }
}
