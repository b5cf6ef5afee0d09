package com.ones1ght.adapters.llm.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.adapters.llm.cookbook.Cookbook;
import com.ones1ght.adapters.llm.cookbook.Dish;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.RecommendationPipelineContract;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.store.port.FakeStoreCatalog;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.dietary.DietaryReport;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.recommendation.BackRecommendation;
import com.ones1ght.domain.recommendation.NotificationType;
import com.ones1ght.domain.recommendation.ShoppingLine;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.store.ProductId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPipelineTest implements RecommendationPipelineContract {

    private final FakeStoreCatalog shop = Grocery.open();
    private final EmbeddedPipeline pipeline = new EmbeddedPipeline(shop);

    @Override
    public RecommendationPipeline pipeline() {
        return pipeline;
    }

    @Override
    public RecommendationPipeline pipelineWithoutBackend() {
        FakeStoreCatalog away = Grocery.open();
        away.goAway();
        return new EmbeddedPipeline(away);
    }

    @Override
    public PipelineRequest request(String requestId, Language language) {
        PipelineRequest plain = new Ask(shop).in(language).request("bulgogi for 4");
        return new PipelineRequest(
                requestId,
                plain.tenantCode(),
                plain.store(),
                plain.language(),
                plain.prompt(),
                plain.userQuery(),
                plain.history(),
                plain.profile(),
                List.of());
    }

    @Override
    public int maxCalls() {
        return 4;
    }

    @Test
    void theSameRequestShouldGiveTheSameRun() {
        assertThat(new Ask(shop).all("spicy soup")).isEqualTo(new Ask(shop).all("spicy soup"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I have an egg allergy, dinner please       | allergen:egg
            새우 알레르기 있어요. 저녁 추천해 줘         | allergen:crustacean
            卵アレルギーです。夕飯は?                    | allergen:egg
            vegan dinner                               | diet:vegan
            할랄 저녁                                   | diet:halal
            """)
    void restrictionsOfThePromptShouldBeReported(String prompt, String restriction) {
        assertThat(report(new Ask(shop).meal(prompt)).restrictions())
                .extracting(Restriction::toString)
                .containsExactly(restriction);
    }

    @Test
    void restrictionsOfAnEarlierPromptShouldBeReportedAgain() {
        Ask ask = new Ask(shop);
        ask.meal("dinner, I am allergic to milk");

        assertThat(report(ask.meal("something spicier")).restrictions())
                .extracting(Restriction::toString)
                .containsExactly("allergen:milk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lasagne     | my nephew turned out to be coeliac      | allergen:gluten
            gratin      | dairy-free, please                      | allergen:milk
            그라탕       | 동생이 셀리악병이래                       | allergen:gluten
            샐러드       | 땅콩 든 건 동생이 숨을 못 쉽니다            | allergen:peanut
            サラダ       | ピーナッツ入りは父が息できないの             | allergen:peanut
            おやつ       | 乳製品アウトの後輩も来る                   | allergen:milk
            """)
    void restrictionsOfAFollowUpShouldBeReported(String prompt, String followUp, String restriction) {
        Ask ask = new Ask(shop);
        ask.meal(prompt);

        assertThat(report(ask.meal(followUp)).restrictions())
                .extracting(Restriction::toString)
                .containsExactly(restriction);
        assertThat(report(ask.meal("for four")).restrictions()).hasSize(1);
    }

    @Test
    void aDietThatNoDishKeepsShouldBeReportedAsUnmet() {
        Ask ask = new Ask(shop)
                .as(
                        "{\"allergies\":\"vegetables, garlic, onion, soy, salt, sugar, oil, lemon, strawberry, banana, orange,"
                                + " apple, grape\"}");

        assertThat(report(ask.meal("low-carb dinner")).unmet()).containsExactly("low-carb food");
        assertThat(report(ask.meal("vegan dinner")).unmet()).contains("vegan food");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulgogi for 4", "kimchi stew without tofu", "오늘 저녁 뭐 먹지"})
    void aPromptThatRestrictsNothingShouldReportNothing(String prompt) {
        assertThat(report(new Ask(shop).meal(prompt))).isEqualTo(DietaryReport.NONE);
    }

    private static DietaryReport report(PipelineSnapshot snapshot) {
        return Require.notNull(snapshot.dietaryReport(), "report");
    }

    @Test
    void theBackListShouldBeInProgressFromStepTwoOn() {
        PipelineRequest request = request("r.0", Language.KO);
        PipelineSnapshot first = advance(request, PipelineSnapshot.empty());
        PipelineSnapshot second = advance(request, first);

        assertThat(first.backListStatus()).isNull();
        assertThat(second.backListStatus()).isEqualTo(BackListStatus.IN_PROGRESS);
        assertThat(new Ask(shop).all("ramen").backListStatus()).isEqualTo(BackListStatus.COMPLETED);
    }

    @Test
    void anUnavailableStoreShouldBeRetriedLater() {
        PipelineRequest request = request("r.0", Language.KO);
        PipelineSnapshot meal = advance(request, PipelineSnapshot.empty());
        shop.goAway();

        assertThatThrownBy(() -> advance(request, meal))
                .hasCauseInstanceOf(StepUnavailableException.class)
                .cause()
                .satisfies(e -> assertThat(((StepUnavailableException) e).failure())
                        .isEqualTo(new RunFailure.StepFailed(
                                PipelineStep.SHOPPING_LIST, RunFailure.Cause.STORE_UNAVAILABLE)));
    }

    @Test
    void everyIngredientThatIsNoStapleShouldBeOnTheList() {
        var list = new Ask(shop).all("bibimbap").shoppingList();

        assertThat(list).isNotNull();
        assertThat(list.value().items()).allMatch(ShoppingLine::matched);
        assertThat(list.value().items())
                .extracting(ShoppingLine::itemNameEn)
                .contains("gochujang", "spinach", "rice")
                .doesNotContain("water", "salt");
    }

    @Test
    void theSurfaceShouldOfferFourToEightItemsThatAreNotOnTheList() {
        PipelineSnapshot run = new Ask(shop).all("김치찌개");
        List<ProductId> listed = run.shoppingList().value().items().stream()
                .map(ShoppingLine::productId)
                .toList();

        assertThat(run.upsellSurface().value().items()).hasSizeBetween(4, 8).allSatisfy(item -> assertThat(listed)
                .doesNotContain(item.productId()));
    }

    @Test
    void theBackListShouldHoldAdsAndCoupons() {
        List<BackRecommendation> offers =
                new Ask(shop).all("ハンバーグ").backList().value().recommendations();

        assertThat(offers)
                .filteredOn(offer -> offer.type() == NotificationType.ADS)
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(offers)
                .filteredOn(offer -> offer.type() == NotificationType.COUPON)
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(offers).allSatisfy(offer -> {
            assertThat(offer.scoringEquation()).contains(offer.priorityScore().toPlainString());
            assertThat(offer.priorityScore().doubleValue()).isBetween(0.0, 1.0);
            assertThat(offer.appliedScore().doubleValue()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void nothingShouldBeAdvertisedWithoutAReason() {
        for (Dish dish : Cookbook.bundled().dishes()) {
            assertThat(new Ask(shop).all(dish.title().ko()).backList().value().recommendations())
                    .as(dish.id())
                    .allSatisfy(offer -> assertThat(offer.priorityScore().signum())
                            .as(offer.scoringEquation())
                            .isPositive());
        }
    }

    @Test
    void aMinorShouldBeOfferedNoAlcohol() {
        PipelineSnapshot run = new Ask(shop).as("{\"age\": 17}").meal("김치찌개");
        PipelineSnapshot withWine = new Ask(shop).as("{\"age\": 17}").all("steak, and add wine");

        assertThat(run.meal().value().ingredients()).noneMatch(ingredient -> "Alcohol".equals(ingredient.category()));
        assertThat(withWine.meal().value().ingredients())
                .noneMatch(ingredient -> "Alcohol".equals(ingredient.category()))
                .anyMatch(ingredient -> ingredient.name().en().equals("grape juice"));
        assertThat(withWine.upsellSurface().value().items())
                .noneMatch(item ->
                        Cookbook.bundled().foods().get(item.itemNameEn()).is("alcohol"));
    }

    private PipelineSnapshot advance(PipelineRequest request, PipelineSnapshot current) {
        return pipeline.advance(request, current).toCompletableFuture().join();
    }
}
