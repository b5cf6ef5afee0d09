package com.ones1ght.adapters.persistence.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.chat.RunCodec.Documents;
import com.ones1ght.application.chat.port.ResultSamples;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.domain.dietary.Allergen;
import com.ones1ght.domain.dietary.Restriction;
import com.ones1ght.domain.dietary.Restriction.AvoidedAllergen;
import com.ones1ght.domain.dietary.Restriction.Dislike;
import com.ones1ght.domain.recommendation.AnalystComments;
import com.ones1ght.domain.recommendation.GuardedList;
import com.ones1ght.domain.recommendation.RecommendedItem;
import com.ones1ght.domain.recommendation.RecommendedItems;
import com.ones1ght.domain.recommendation.RoundGuard;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.recommendation.SurfaceReason;
import com.ones1ght.domain.recommendation.TodoItem;
import com.ones1ght.domain.recommendation.TodoState;
import com.ones1ght.domain.recommendation.UpsellItem;
import com.ones1ght.domain.recommendation.WithheldItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCodecResultTest {

    private static final String TEXT = "{\"ko\":\"두부\",\"en\":\"tofu\",\"ja\":\"豆腐\"}";
    private static final String TOFU = """
            {"id":{"value":9223372036854775807},"name":"두부 \\"300g\\" \\u0000","brand":"brand",\
            "barcode":"4906028184943","price":1980.00,"priceUnit":"¥","imageUrl":"https://cdn.example/1.png",\
            "quantity":100,"sectionCode":"PR","sectionName":"section",\
            "location":{"x":28.0,"y":22.794,"radius":0.5},\
            "dietary":{"allergens":["SOY"],"mayContain":[],"diets":["VEGAN"]}}""";
    private static final String BAG =
            "{\"id\":{\"value\":7},\"name\":\"Bag\",\"price\":1,\"priceUnit\":\"₩\",\"dietary\":{}}";

    private static RoundResult thereAndBack(RoundResult result) {
        return RunCodec.readResult(RunCodec.writeResult(result));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void valuesShouldSurviveARoundTrip(int steps) {
        assertThat(thereAndBack(ResultSamples.upToStep(steps))).isEqualTo(ResultSamples.upToStep(steps));
    }

    @Test
    void stepsWithoutValuesShouldBeNull() {
        Documents none = new Documents(null, null, null, null);

        assertThat(RunCodec.writeResult(RoundResult.NONE)).isEqualTo(none);
        assertThat(RunCodec.readResult(none)).isEqualTo(RoundResult.NONE);
    }

    @Test
    void loneSurrogatesShouldSurviveARoundTrip() {
        UpsellItem item = new UpsellItem(
                "u", "r", ResultSamples.BAG.id(), "김\ud83c", null, SurfaceReason.UPSELL, null, null, "\ud83c");
        RoundResult result = new RoundResult(
                null,
                new RecommendedItems(
                        List.of(new RecommendedItem(item, ResultSamples.BAG)),
                        new AnalystComments(Map.of("r", "\ud83c"))),
                null,
                RoundGuard.NONE);

        assertThat(thereAndBack(result)).isEqualTo(result);
    }

    /** Stored rounds have this form: renaming a field requires a migration. */
    @Test
    void storedFormShouldNotChange() {
        Documents written = RunCodec.writeResult(ResultSamples.upToStep(4));

        assertThat(written.todos())
                .isEqualTo("[{\"quantity\":2,\"product\":" + TOFU + ",\"state\":\"OPEN\"},{\"quantity\":1,\"product\":"
                        + BAG + ",\"state\":\"OPEN\"}]");
        assertThat(written.recommendedItems())
                .startsWith("{\"items\":[{\"item\":{\"id\":\"u1\\u0000\",\"recommendationId\":\"r1\","
                        + "\"productId\":{\"value\":9223372036854775807},\"itemName\":\"김\",\"itemNameEn\":\"laver\","
                        + "\"reason\":\"CROSS_SELL\",\"reasonDetail\":" + TEXT + ",\"reasonDetailMarketing\":" + TEXT
                        + ",\"analystComment\":\"why r1\"},\"product\":" + TOFU + "},")
                .contains(",\"analystComments\":{\"byRecommendation\":{");
        assertThat(written.notifications())
                .startsWith("{\"signage\":{\"x\":4.0,\"y\":1.0,\"radius\":2.0},\"ads\":[{\"rank\":1,"
                        + "\"recommendation\":{\"recommendationId\":\"r3\",\"productId\":{\"value\":9223372036854775807},"
                        + "\"itemName\":\"김\",\"itemNameEn\":\"laver\",\"brand\":\"brand\",\"zoneId\":7,"
                        + "\"zoneName\":\"zone\",\"price\":980,\"type\":\"ADS\",\"discountPct\":12.5,\"appliedScore\":0.70,"
                        + "\"priorityScore\":1E+3,\"reasonType\":\"zone_efficiency\",\"reasonDetail\":" + TEXT
                        + ",\"reasonDetailMarketing\":" + TEXT
                        + ",\"method\":\"copurchase_lift\",\"scoringEquation\":\"a = b\",\"analystComment\":\"why r3\"},\"product\":"
                        + TOFU + "}],")
                .contains("],\"coupons\":[{\"rank\":1,", ",\"analystComments\":{\"byRecommendation\":{");
    }

    @Test
    void productsStoredWithoutDietaryDataShouldBeUnknown() {
        String stored = "[{\"quantity\":1,\"product\":" + BAG.replace(",\"dietary\":{}", "") + "}]";

        assertThat(RunCodec.readResult(new Documents(stored, null, null, null)).todos())
                .containsExactly(new TodoItem(1, ResultSamples.BAG));
    }

    @Test
    void linesStoredWithoutStateShouldBeOpen() {
        String stored = "[{\"quantity\":1,\"product\":" + BAG + "}]";

        assertThat(RunCodec.readTodos(stored)).containsExactly(new TodoItem(1, ResultSamples.BAG, TodoState.OPEN));
    }

    @Test
    void stateOfALineShouldBeKept() {
        for (TodoState state : TodoState.values()) {
            RoundResult result =
                    new RoundResult(List.of(new TodoItem(3, ResultSamples.BAG, state)), null, null, RoundGuard.NONE);

            assertThat(thereAndBack(result)).isEqualTo(result);
        }
    }

    /** Stored rounds have this form, and reports count in it. */
    @Test
    void guardShouldHaveTheFormOfStoredRounds() {
        Restriction egg = new AvoidedAllergen(Allergen.EGG);
        RoundGuard guard = new RoundGuard(
                List.of(egg, new Dislike("오이\u0000")),
                List.of("망고"),
                List.of("low salt"),
                List.of(new WithheldItem(
                        GuardedList.RECOMMENDED_ITEMS, ResultSamples.BAG.id(), "rec", "up", "name", List.of(egg))));

        String written = RunCodec.writeGuard(guard);

        assertThat(written)
                .isEqualTo("{\"restrictions\":[\"allergen:egg\",\"dislike:오이\\u0000\"],\"unknown\":[\"망고\"],"
                        + "\"unmet\":[\"low salt\"],\"withheld\":[{\"list\":\"RECOMMENDED_ITEMS\","
                        + "\"productId\":{\"value\":7},\"recommendationId\":\"rec\",\"upstreamId\":\"up\","
                        + "\"name\":\"name\",\"because\":[\"allergen:egg\"]}]}");
        assertThat(RunCodec.readGuard(written)).isEqualTo(guard);
        assertThat(RunCodec.readGuard(RunCodec.writeGuard(RunSamples.GROWN_GUARD.guard())))
                .isEqualTo(RunSamples.GROWN_GUARD.guard());
    }
}
