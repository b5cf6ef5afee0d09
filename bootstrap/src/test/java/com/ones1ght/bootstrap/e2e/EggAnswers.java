package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What models answer that pay no heed to an allergy to eggs, and what must become of it. */
final class EggAnswers {

    private EggAnswers() {}

    static void assertWithheld(JsonNode round) {
        assertThat(Api.list(round.at("/guard/withheld")))
                .anySatisfy(
                        withheld -> assertThat(withheld.get("list").asText()).isEqualTo("todos"))
                .allSatisfy(withheld ->
                        assertThat(withheld.get("because").toString()).contains("allergen:egg"));
        for (String list :
                List.of("/todos/items", "/recommended_items", "/notifications/ad/items", "/notifications/coupon")) {
            assertThat(Api.list(round.at(list))).allSatisfy(item -> assertThat(
                            item.path("product").path("allergens").toString())
                    .doesNotContain("\"egg\""));
        }
    }
}
