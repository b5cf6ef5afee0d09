package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What models answer that pay no heed to an allergy to eggs, and what must become of it. */
final class EggAnswers {

    static final String MEAL = """
            {"recipe_title":"오므라이스","intro_message":"달걀로 만드는 요리예요.","recipe_description":"달걀을 부친다.",
             "recommendation_message":"금방 만들어요.","notes":"2인분이에요.","ingredients":[
             {"name":{"ko":"달걀","en":"egg","jp":"卵"},"category":"Dairy","quantity":4,
              "quantity_unit":{"ko":"개","en":"piece","jp":"個"}},
             {"name":{"ko":"양파","en":"onion","jp":"玉ねぎ"},"category":"Produce","quantity":1,
              "quantity_unit":{"ko":"개","en":"piece","jp":"個"}}]}""";

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
