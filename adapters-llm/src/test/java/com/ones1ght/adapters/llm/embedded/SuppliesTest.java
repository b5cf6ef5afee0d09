package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.recommendation.Ingredient;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.shared.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shopper has is used, and only what is missing of it is bought. */
class SuppliesTest {

    private final FakeStoreCatalog shop = Grocery.open();

    @Test
    void enoughAtHandShouldNotBeBought() {
        PipelineSnapshot run = new Ask(shop).all("chili con carne, I have 500g ground beef");

        assertThat(bought(run)).doesNotContain("ground beef");
        assertThat(quantity(run, "ground beef")).contains(BigDecimal.valueOf(500));
    }

    @Test
    void nearlyEnoughAtHandShouldBeWhatTheRecipeTakes() {
        PipelineSnapshot run = new Ask(shop).in(Language.JA).all("豚こま300gあります。プルコギ");

        assertThat(bought(run)).doesNotContain("thinly sliced pork");
        assertThat(quantity(run, "thinly sliced pork")).contains(BigDecimal.valueOf(300));
    }

    @ParameterizedTest
    @CsvSource({"I have 100g beef mince. chili con carne for 8, ground beef", "두부 반 모 있어. 마파두부 6인분, firm tofu"})
    void whatIsMissingShouldBeBought(String prompt, String food) {
        PipelineSnapshot run = new Ask(shop).all(prompt);

        assertThat(bought(run)).contains(food);
        assertThat(run.meal().value().notes()).contains("only what is missing");
    }

    @Test
    void whatThereIsShouldBeRememberedInTheConversation() {
        Ask ask = new Ask(shop);
        ask.all("chili con carne, I have 500g ground beef");

        assertThat(bought(ask.all("for six people"))).doesNotContain("ground beef");
    }

    private static List<String> bought(PipelineSnapshot run) {
        return Objects.requireNonNull(run.shoppingList()).value().items().stream()
                .map(ShoppingLine::itemNameEn)
                .toList();
    }

    private static Optional<BigDecimal> quantity(PipelineSnapshot run, String food) {
        return Objects.requireNonNull(run.meal()).value().ingredients().stream()
                .filter(ingredient -> ingredient.name().en().equals(food))
                .map(Ingredient::quantity)
                .findFirst();
    }
}
