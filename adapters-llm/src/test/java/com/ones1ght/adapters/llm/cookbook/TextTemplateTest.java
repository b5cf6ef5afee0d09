package com.ones1ght.adapters.llm.cookbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.shared.Language;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTemplateTest {

    private final Foods foods = Cookbook.bundled().foods();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        KO; {egg, onion, carrot}을(를) 넣는다.; egg onion carrot; 달걀, 양파, 당근을 넣는다.
        KO; {egg, onion, carrot}을(를) 넣는다.; egg onion; 달걀과 양파를 넣는다.
        KO; {egg, onion, carrot}을(를) 넣는다.; onion; 양파를 넣는다.
        EN; add {egg=the eggs, onion, carrot}.; egg onion carrot; Add the eggs, onion and carrot.
        EN; Stir. {onion} goes in.; onion; Stir. Onion goes in.
        JA; {egg, onion, carrot}を加える。; egg onion carrot; 卵、玉ねぎ、にんじんを加える。
        JA; {egg, onion}を加える。; egg onion; 卵と玉ねぎを加える。
        """)
    void namesShouldBeListedAsInASentence(Language language, String text, String there, String expected) {
        assertThat(TextTemplate.parse(text).fill(language, there(there))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        Fry it[ with {carrot}]. Serve.; onion; Fry it. Serve.
        Fry it[ with {carrot}]. Serve.; carrot; Fry it with carrot. Serve.
        Fry it.[ Add {carrot}.] Serve.; onion; Fry it. Serve.
        Fry it. Add {carrot}. Serve.; onion; Fry it. Serve.
        Fry {carrot}[ and {onion}[ with {egg}]].; carrot onion; Fry carrot and onion.
        """)
    void aPartWithoutAnythingToNameShouldBeLeftOut(String text, String there, String expected) {
        assertThat(TextTemplate.parse(text).fill(Language.EN, there(there))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        [{!bacon} ]pasta; Pasta; Canned tuna pasta
        {bacon=carbonara}; Carbonara; Canned tuna
        {bacon=carbonara/~ pasta}; Carbonara; Canned tuna pasta
        """)
    void whatTakesThePlaceOfAFoodShouldBeNamed(String text, String plain, String replaced) {
        TextTemplate template = TextTemplate.parse(text);

        assertThat(template.fill(Language.EN, there("bacon"))).isEqualTo(plain);
        assertThat(template.fill(Language.EN, Map.of("bacon", foods.get("canned tuna"))))
                .isEqualTo(replaced);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Fry", "Fry]", "{egg"})
    void bracketsThatDoNotMatchShouldBeRefused(String text) {
        assertThatThrownBy(() -> TextTemplate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private Map<String, Food> there(String keys) {
        return Arrays.stream(keys.split(" ")).collect(Collectors.toMap(Function.identity(), foods::get));
    }
}
