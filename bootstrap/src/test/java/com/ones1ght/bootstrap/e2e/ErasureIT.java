package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a deleted profile leaves behind: every column of every table is read as text, whatever tables there are, and
 * searched for what the shopper said and was told.
 */
@ExtendWith(SharedServer.class)
class ErasureIT {

    /** Words that occur nowhere else, so that a find is a find. */
    private static final String NAME = "Quillfeather";

    private static final String PERSONA = "Zephyrmind";
    private static final String EXTRA = "Moonpepper";
    private static final String FIRST_PROMPT = "Curry for Brindlewood";
    private static final String SECOND_PROMPT = "Milder for Thistledown";
    private static final String META = "Larkspurlane";
    private static final String FORGOTTEN = "Gossamerleaf";
    private static final String RACING = "Nightjarfern";
    private static final int RACES = 25;
    private static final String TOLD = "Foxglovebrand";

    /** A single search of all tables takes seconds, and on a busy machine many. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Test
    void deletedProfileShouldLeaveNoWordOfItsShopperInAnyColumn(PackagedServer server) {
        Database database = new Database(server);
        Tenant tenant = database.newTenant("en", 100);
        Api api = new Api(server.baseUrl(), tenant.key());
        String profile = api.newProfile("""
                {"name":"%s","persona":"%s","extra":"%s","locale":"en"}""".formatted(NAME, PERSONA, EXTRA));
        api.chatSession(profile);
        api.post("/v1/profile/" + profile + "/session/stamp", """
                        {"status":"BROWSING","meta":{"where":"%s"}}""".formatted(META))
                .expect(200);
        Kickoff kickoff = api.kickOff(profile, FIRST_PROMPT);
        api.awaitCompleted(profile, kickoff.chat());
        api.post(Api.recommend(profile), Api.refinement(kickoff.chat(), kickoff.round(), SECOND_PROMPT))
                .expect(202);
        JsonNode round = Api.last(api.awaitCompleted(profile, kickoff.chat()));
        api.post("/v1/chat/" + profile + "/trigger/signage", """
                        {"chat_id":"%s","round_id":"%s","forgotten":[{"name":"%s"}]}""".formatted(kickoff.chat(), kickoff.round(), FORGOTTEN))
                .expect(202);
        api.post("/v1/chat/" + profile + "/trigger/coupon", """
                        {"chat_id":"%s","round_id":"%s","rec_id":"r1","item_name":"Tofu","note":"%s"}""".formatted(kickoff.chat(), kickoff.round(), TOLD))
                .expect(202);
        Set<String> said =
                new TreeSet<>(Set.of(NAME, PERSONA, EXTRA, "Brindlewood", "Thistledown", META, FORGOTTEN, TOLD));
        Set<String> told = told(round);
        assertThat(told).as("what the shopper was told").hasSizeGreaterThan(3);
        for (String word : said) {
            assertThat(database.rowsWith(word, null))
                    .as("before: rows that hold " + word)
                    .isNotEmpty();
        }
        for (String text : told) {
            assertThat(database.rowsWith(text, tenant))
                    .as("before: rows that hold " + text)
                    .isNotEmpty();
        }

        api.delete("/v1/profile/" + profile).expect(200);

        // Deliveries and displays may be under way while the profile goes.
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (String word : said) {
                assertThat(database.rowsWith(word, null))
                        .as("rows that hold " + word)
                        .isEmpty();
            }
            for (String text : told) {
                assertThat(database.rowsWith(text, tenant))
                        .as("rows that hold " + text)
                        .isEmpty();
            }
        });
        assertThat(database.number(
                        "SELECT count(*) FROM sdk_chat_event WHERE profile_id = ?", UUID.fromString(profile)))
                .as("events that stay for the analytics")
                .isGreaterThan(0);
    }

    @Test
    void triggerThatRacesTheErasureShouldLeaveNoWordBehind(PackagedServer server) {
        Database database = new Database(server);
        Api api = new Api(server.baseUrl(), database.newTenant("en", 100).key());
        List<String> profiles = new ArrayList<>();
        for (int i = 0; i < RACES; i++) {
            String profile = api.newProfile("{\"name\":\"Ann\"}");
            profiles.add(profile);
            Kickoff kickoff = api.kickOff(profile, "curry");
            List<CompletableFuture<Reply>> triggers = IntStream.range(0, 4)
                    .mapToObj(call -> api.postLater("/v1/chat/" + profile + "/trigger/signage", """
                            {"chat_id":"%s","round_id":"%s","forgotten":[{"name":"%s"}],
                             "items":[{"rec_id":"r","item_name":"Tofu","note":"%s"}]}""".formatted(
                                    kickoff.chat(), kickoff.round(), RACING, RACING)))
                    .toList();

            api.delete("/v1/profile/" + profile).expect(200);

            triggers.forEach(trigger -> assertThat(trigger.join().status()).isIn(202, 404));
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.rowsWith(RACING, null)).isEmpty());
        for (String profile : profiles) {
            assertThat(database.number(
                            "SELECT count(*) FROM signage_outbox WHERE profile_id = ?", UUID.fromString(profile)))
                    .isZero();
        }
    }

    /** The sentences of the answer, cut where the database's own quoting would begin. */
    private static Set<String> told(JsonNode round) {
        Set<String> told = new TreeSet<>();
        for (String pointer : List.of(
                "/todos/recipe_description",
                "/todos/intro_message",
                "/todos/recommendation_message",
                "/recommended_items/0/reason_detail/en",
                "/notifications/ad/items/0/reason_detail/en",
                "/notifications/ad/items/0/reason_detail_marketing/en")) {
            String text = round.at(pointer).asText().split("[\"\\\\\\n]")[0].strip();
            if (text.length() > 20) {
                told.add(text);
            }
        }
        return told;
    }
}
