package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.shared.Language;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a shopper can spend: the list is within it, or the texts say that it is not. */
class BudgetTest {

    private static final int[] BUDGETS = {1_000, 4_000, 6_000, 9_000, 15_000, 40_000};

    private final FakeStoreCatalog shop = Grocery.open();

    static Stream<Arguments> questions() {
        return Stream.of(
                        Arguments.of(Language.KO, "%d원으로 저녁"),
                        Arguments.of(Language.KO, "예산 %d원, 4인분 파스타"),
                        Arguments.of(Language.KO, "닭고기 요리 %d원 이하"),
                        Arguments.of(Language.EN, "dinner for two under %d won"),
                        Arguments.of(Language.EN, "bulgogi, I only have ₩%d"),
                        Arguments.of(Language.EN, "vegan soup for %d won at most"),
                        Arguments.of(Language.JA, "%dウォン以内の夕飯"),
                        Arguments.of(Language.JA, "予算%dウォンで鍋"))
                .flatMap(question -> java.util.Arrays.stream(BUDGETS)
                        .mapToObj(won ->
                                Arguments.of(question.get()[0], String.format((String) question.get()[1], won), won)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("questions")
    void theListShouldBeWithinTheBudgetOrTheTextSaysThatItIsNot(Language language, String prompt, int won) {
        PipelineSnapshot run = new Ask(shop).in(language).all(prompt);

        boolean isSaid = text(run).contains(String.format(Locale.ROOT, "%,d", won));
        assertThat(isSaid).as(text(run)).isEqualTo(total(run).compareTo(BigDecimal.valueOf(won)) > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "KO, 저녁 추천, 더 저렴한 거 없어?",
        "KO, 파스타, 너무 비싸요",
        "EN, dinner, something cheaper",
        "EN, pasta, that's too expensive",
        "JA, 夕飯, もっと安いのない？",
        "JA, パスタ, もう少し安くできる？"
    })
    void cheaperShouldCostLess(Language language, String prompt, String cheaper) {
        Ask ask = new Ask(shop).in(language);
        BigDecimal before = total(ask.all(prompt));

        assertThat(total(ask.all(cheaper))).isLessThan(before);
    }

    @Test
    void aBudgetShouldHoldForTheDishesThatFollow() {
        Ask ask = new Ask(shop);
        ask.all("dinner under 6000 won");

        PipelineSnapshot next = ask.all("something else");

        assertThat(total(next).intValue() <= 6_000 || text(next).contains("6,000"))
                .as(text(next))
                .isTrue();
    }

    private static BigDecimal total(PipelineSnapshot run) {
        return Objects.requireNonNull(run.shoppingList()).value().total();
    }

    private static String text(PipelineSnapshot run) {
        return Objects.requireNonNull(run.meal()).value().recommendationMessage();
    }
}
