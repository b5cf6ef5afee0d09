package com.ones1ght.adapters.llm.cookbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.llm.cookbook.Amount;
import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Measure;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedAmountsTest {

    private final PromptReader reader = new PromptReader(Cookbook.bundled(), LanguageAnalyzer.bundled());

    @ParameterizedTest
    @CsvSource({
        "I have 500g of beef mince, ground beef, 500, G",
        "I've got 1.5 kg potatoes left, potato-kind, 1500, G",
        "we have half a dozen eggs, egg, 6, PIECE",
        "what can I do with a tin of kidney beans, kidney bean, 1, CAN",
        "두부 한 모 있어, tofu-kind, 1, BLOCK",
        "삼겹살 600그램이 남았어, pork belly, 600, G",
        "냉장고에 계란 여섯 개 있음, egg, 6, PIECE",
        "豚こま200gあります, thinly sliced pork, 200, G",
        "キャベツ半玉が余ってる, cabbage, 0.5, HEAD"
    })
    void howMuchIsAtHandShouldBeRead(String text, String food, BigDecimal quantity, Measure measure) {
        Amount amount = reader.read(text).atHand().amounts().get(food);

        assertThat(amount).isNotNull();
        assertThat(amount.measure()).isEqualTo(measure);
        assertThat(amount.quantity()).isEqualByComparingTo(quantity);
    }

    @ParameterizedTest
    @CsvSource({"I have eggs", "남은 두부", "卵があります"})
    void anAmountThatNobodyStatesShouldNotBeKnown(String text) {
        Supplies atHand = reader.read(text).atHand();

        assertThat(atHand.foods()).isNotEmpty();
        assertThat(atHand.amounts()).isEmpty();
    }

    /** In an order of its own for each JVM, nodes would store different bytes for the same request. */
    @Test
    void amountsShouldKeepTheirOrder() {
        Map<String, Amount> stated = new LinkedHashMap<>();
        Stream.of(
                        "leek",
                        "onion",
                        "egg",
                        "tofu-kind",
                        "cabbage",
                        "shrimp",
                        "pork belly",
                        "carrot",
                        "kimchi",
                        "potato-kind")
                .forEach(food -> stated.put(food, new Amount(BigDecimal.ONE, Measure.PIECE)));

        assertThat(new Supplies(Set.of(), stated).amounts().keySet()).containsExactlyElementsOf(stated.keySet());
    }
}
