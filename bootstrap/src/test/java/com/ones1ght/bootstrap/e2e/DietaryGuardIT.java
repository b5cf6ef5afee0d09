package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a shopper with restrictions gets of the packaged product, with the data of the embedded store. */
@ExtendWith(SharedServer.class)
class DietaryGuardIT {

    private Api api;

    @BeforeEach
    void connect(PackagedServer server) {
        api = Api.demo(server);
    }

    private JsonNode roundOf(String profile, String prompt) {
        Kickoff kickoff = api.kickOff(profile, prompt);
        return Api.last(api.awaitCompleted(profile, kickoff.chat()));
    }

    private static List<JsonNode> products(JsonNode round) {
        List<JsonNode> products = new ArrayList<>();
        for (String list :
                List.of("/todos/items", "/recommended_items", "/notifications/ad/items", "/notifications/coupon")) {
            round.at(list).forEach(item -> products.add(item.path("product")));
        }
        return products;
    }

    private static List<String> texts(JsonNode array) {
        return Api.list(array).stream().map(JsonNode::asText).toList();
    }

    @Test
    void noListShouldHoldAProductThatBreaksWhatTheProfileDeclares() {
        String profile = api.newProfile("""
                {"locale":"ko","allergies":["계란 알레르기",{"name":"milk"}],"dislikes":"오이","extra":{"restrictions":"no pork, 망고"}}""");

        JsonNode round = roundOf(profile, "오늘 저녁 뭐 먹지?");

        assertThat(texts(round.at("/guard/restrictions")))
                .contains("allergen:egg", "allergen:milk", "allergen:pork", "dislike:오이")
                .startsWith("allergen:egg");
        assertThat(texts(round.at("/guard/unknown"))).containsExactly("망고");
        assertThat(products(round)).isNotEmpty().allSatisfy(product -> assertThat(texts(product.path("allergens")))
                .doesNotContain("egg", "milk", "pork"));
    }

    @Test
    void anAllergyOfThePromptShouldBeKeptAsOneOfTheProfile() {
        JsonNode round = roundOf(api.newProfile("{\"locale\":\"ja\"}"), "妻が卵アレルギーなんです。お好み焼きを作りたい");

        assertThat(texts(round.at("/guard/restrictions"))).containsExactly("allergen:egg");
        assertThat(products(round)).isNotEmpty().allSatisfy(product -> assertThat(texts(product.path("allergens")))
                .doesNotContain("egg"));
    }

    @Test
    void roundWithoutRestrictionsShouldHaveNoGuard() {
        assertThat(roundOf(api.newProfile("{\"allergies\":\"없음\"}"), "오늘 저녁 카레 땡기는데")
                        .get("guard")
                        .isNull())
                .isTrue();
    }
}
