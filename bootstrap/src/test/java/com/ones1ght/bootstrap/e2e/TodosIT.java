package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.store.embedded.EmbeddedStore;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import com.ones1ght.domain.store.Product;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shopping list that shoppers change, as the packaged product serves it. */
@ExtendWith(SharedServer.class)
class TodosIT {

    private Tenant tenant;
    private Api api;
    private Api admin;
    private String profile;
    private Kickoff kickoff;
    private JsonNode round;

    @BeforeEach
    void completeARound(PackagedServer server) {
        Database database = new Database(server);
        tenant = database.newTenant("ko", 100);
        api = new Api(server.baseUrl(), tenant.key());
        admin = api.withKey(database.newAdminKey(tenant));
        profile = api.newProfile("{\"name\":\"Kim\",\"locale\":\"ko\",\"allergies\":[\"egg\"]}");
        kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        round = Api.last(api.awaitCompleted(profile, kickoff.chat()));
    }

    private Reply change(String body) {
        return api.send("PATCH", kickoff.roundPath() + "/todos", body);
    }

    private JsonNode todos() {
        return api.get(kickoff.roundPath()).expect(200).data().get("todos");
    }

    private List<JsonNode> items() {
        return Api.list(todos().get("items"));
    }

    private long item(int index) {
        return round.at("/todos/items/" + index + "/product/id").asLong();
    }

    private static String set(long item, String state) {
        return "{\"items\":[{\"item_id\":" + item + ",\"state\":\"" + state + "\"}]}";
    }

    private static String added(long item, int quantity) {
        return "{\"add\":[{\"item_id\":" + item + ",\"quantity\":" + quantity + "}]}";
    }

    /** A product that is not on the list, with an allergen or without. */
    private Product another(String allergen) {
        Set<Long> listed = new HashSet<>();
        round.at("/todos/items")
                .forEach(item -> listed.add(item.at("/product/id").asLong()));
        EmbeddedStore store = new EmbeddedStore();
        return store.search(EmbeddedStore.MAIN, allergen.isEmpty() ? "milk" : allergen, 100).stream()
                .filter(product -> !listed.contains(product.id().value()))
                .filter(product -> has(product, "egg") == allergen.equals("egg"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(Product product, String allergen) {
        return product.dietary().allergens() != null
                && product.dietary().allergens().stream()
                        .anyMatch(code -> code.code().equals(allergen));
    }

    @ParameterizedTest
    @CsvSource({"open, true", "picked, true", "have, false", "removed, false"})
    void theAnswerShouldBeTheRoundWithTheStateAndTheTotal(String state, boolean isBought) {
        JsonNode answered = change(set(item(0), state)).expect(200).data();

        assertThat(answered).isEqualTo(api.get(kickoff.roundPath()).expect(200).data());
        assertThat(Json.keys(answered)).isEqualTo(Json.keys(round));
        JsonNode first = answered.at("/todos/items/0");
        assertThat(first.get("state").asText()).isEqualTo(state);
        assertThat(first.get("product")).isEqualTo(round.at("/todos/items/0/product"));
        long cost = first.at("/product/price").asLong() * first.get("quantity").asLong();
        assertThat(answered.at("/todos/total").asLong())
                .isEqualTo(round.at("/todos/total").asLong() - (isBought ? 0 : cost));
        assertThat(answered.at("/todos/ingredients")).isEqualTo(round.at("/todos/ingredients"));
        assertThat(answered.get("notifications").get("ad"))
                .isEqualTo(round.get("notifications").get("ad"));
    }

    @Test
    void barcodesShouldLeaveOutWhatIsNotBought() {
        String path = kickoff.roundPath() + "/barcodes";
        int before = api.get(path).expect(200).data().get("todos").size();

        change(set(item(0), "have")).expect(200);
        change(set(item(1), "removed")).expect(200);
        change(set(item(2), "picked")).expect(200);

        assertThat(api.get(path).expect(200).data().get("todos")).hasSize(before - 2);
    }

    @Test
    void anAddedProductShouldStandOnTheListOnce() {
        Product milk = another("");

        change(added(milk.id().value(), 2)).expect(200);
        change(added(milk.id().value(), 2)).expect(200);

        List<JsonNode> lines = items().stream()
                .filter(item -> item.at("/product/id").asLong() == milk.id().value())
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).get("quantity").asInt()).isEqualTo(2);
        assertThat(lines.get(0).get("state").asText()).isEqualTo("open");
        assertThat(Json.keys(lines.get(0).get("product"))).isEqualTo(Json.keys(round.at("/todos/items/0/product")));
        Shapes.assertRound(api.get(kickoff.roundPath()).expect(200).data());
    }

    @Test
    void refusedChangesShouldChangeNothing() {
        JsonNode before = api.get(kickoff.roundPath()).expect(200).data();

        change("{\"items\":[{\"item_id\":%d,\"state\":\"picked\"},{\"item_id\":99999999,\"state\":\"picked\"}]}"
                        .formatted(item(0)))
                .expect(404, "NOT_FOUND");
        change("{\"items\":[{\"item_id\":%d,\"state\":\"picked\"}],\"add\":[{\"item_id\":99999999,\"quantity\":1}]}"
                        .formatted(item(0)))
                .expect(404, "NOT_FOUND");
        change(added(another("egg").id().value(), 1)).expect(409, "CONFLICT");
        change("{\"items\":[{\"item_id\":%d,\"state\":\"gone\"}]}".formatted(item(0)))
                .expect(400, "INVALID_REQUEST");
        change("{}").expect(400, "INVALID_REQUEST");
        change(set(item(0), "open")).expect(200);

        assertThat(api.get(kickoff.roundPath()).expect(200).data()).isEqualTo(before);
    }

    @Test
    void devicesAtOnceShouldLoseNothing() {
        int lines = items().size();

        AtOnce.on(lines, line -> change("{\"items\":[{\"item_id\":%d,\"state\":\"picked\",\"quantity\":%d}]}"
                        .formatted(item(line), line + 1))
                .expect(200)
                .status());

        assertThat(items()).extracting(item -> item.get("state").asText()).containsOnly("picked");
        for (int line = 0; line < lines; line++) {
            assertThat(items().get(line).get("quantity").asInt()).isEqualTo(line + 1);
        }
    }

    @Test
    void openLinesShouldBeWhatWasForgotten() {
        change(set(item(0), "picked")).expect(200);
        change(set(item(1), "removed")).expect(200);
        List<JsonNode> open = items().stream()
                .filter(item -> item.get("state").asText().equals("open"))
                .toList();

        enter("\"open\"").expect(202);

        List<JsonNode> events = events();
        assertThat(open).isNotEmpty();
        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(Api.list(event.get("forgotten"))).isEqualTo(open);
            assertThat(Api.list(event.at("/payload/forgotten"))).isEqualTo(open);
        });
    }

    @Test
    void nothingForgottenShouldLeaveNoKey() {
        String all = items().stream()
                .map(item -> "{\"item_id\":" + item.at("/product/id") + ",\"state\":\"have\"}")
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        change(all).expect(200);

        enter("\"open\"").expect(202);
        enter("\"closed\"").expect(400, "INVALID_REQUEST");

        assertThat(events()).isNotEmpty().allSatisfy(event -> {
            assertThat(event.has("forgotten")).isFalse();
            assertThat(event.get("payload").has("forgotten")).isFalse();
        });
    }

    private Reply enter(String forgotten) {
        return api.post(
                "/v1/chat/" + profile + "/trigger/signage",
                "{\"chat_id\":\"%s\",\"round_id\":\"%s\",\"forgotten\":%s}"
                        .formatted(kickoff.chat(), kickoff.round(), forgotten));
    }

    private List<JsonNode> events() {
        return Api.list(admin.get("/v1/admin/events").expect(200).data().get("items"));
    }

    @Test
    void aRefinementShouldStartTheListAnew() {
        change(set(item(0), "removed")).expect(200);

        api.post(Api.recommend(profile), Api.refinement(kickoff.chat(), kickoff.round(), "더 맵게"))
                .expect(202);
        api.awaitCompleted(profile, kickoff.chat());

        Shapes.assertRound(api.get(kickoff.roundPath()).expect(200).data());
    }

    @Test
    void aChatSessionsFormShouldNotKnowStates() {
        String session = api.chatSession(profile);
        api.post(Api.recommend(profile), Api.inSession(session, "오늘 저녁 카레 땡기는데"))
                .expect(202);
        JsonNode before = api.awaitSession(profile, session).get("result");
        JsonNode behind = Api.list(api.get(Api.recommend(profile) + "?order=desc")
                        .expect(200)
                        .data()
                        .get("items"))
                .get(0);
        String path = Api.chatPath(profile, behind.get("chat_id").asText()) + "/"
                + behind.at("/rounds/0/round_id").asText();
        long item =
                api.get(path).expect(200).data().at("/todos/items/0/product/id").asLong();

        api.send("PATCH", path + "/todos", set(item, "removed")).expect(200);

        assertThat(api.get(Api.chatPath(profile, session)).expect(200).data().get("result"))
                .isEqualTo(before);
    }

    @Test
    void anErasedProfilesListShouldBeGone() {
        api.delete("/v1/profile/" + profile).expect(200);

        change(set(item(0), "picked")).expect(404, "NOT_FOUND");
    }
}
