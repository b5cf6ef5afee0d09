package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.Database.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Entity tags, and polls that wait, on one node. */
@ExtendWith(SharedServer.class)
class LongPollIT {

    private final PackagedServer server;
    private final Database database;
    private final Api api;
    private String profile;
    private Kickoff kickoff;

    LongPollIT(PackagedServer server) {
        this.server = server;
        this.database = new Database(server);
        this.api = new Api(server.baseUrl(), database.newTenant("ko", 100).key());
    }

    @BeforeEach
    void completeARound() {
        profile = api.newProfile();
        kickoff = api.kickOff(profile, "오늘 저녁 카레 땡기는데");
        api.awaitCompleted(profile, kickoff.chat());
    }

    private static String tag(Reply reply) {
        return reply.header("ETag").orElseThrow();
    }

    private static Map<String, String> since(Reply reply) {
        return Map.of("If-None-Match", tag(reply));
    }

    @Test
    void knownStateShouldBe304UntilItChanges() {
        for (String path : List.of(kickoff.chatPath(), kickoff.roundPath())) {
            Reply shown = api.get(path).expect(200);
            assertThat(tag(shown)).matches("W/\"[0-9]+\\.[0-9a-f]+\"");

            Reply unchanged = api.get(path, since(shown)).expect(304);

            assertThat(unchanged.body()).isEmpty();
            assertThat(unchanged.header("ETag")).isEqualTo(shown.header("ETag"));
            assertThat(api.send("HEAD", path, since(shown), null).status()).isEqualTo(304);
            assertThat(tag(api.send("HEAD", path, Map.of(), null).expect(200))).isEqualTo(tag(shown));
        }
        Reply chat = api.get(kickoff.chatPath());
        Reply round = api.get(kickoff.roundPath());
        api.put("/v1/profile/" + profile, "{\"age\":33}").expect(200);
        assertThat(api.get(kickoff.chatPath(), since(chat)).expect(200).data().at("/profile_summary/age"))
                .hasToString("33");
        Reply asked = api.post(Api.recommend(profile), Api.followUp(kickoff.chat(), "와인 추가"))
                .expect(202);
        assertThat(asked.header("ETag")).isEmpty();
        Reply after = api.get(kickoff.chatPath(), since(chat)).expect(200);
        assertThat(rounds(after)).isGreaterThan(rounds(chat));
        assertThat(rounds(api.get(kickoff.roundPath()))).isEqualTo(rounds(round));
    }

    private static long rounds(Reply reply) {
        return Long.parseLong(tag(reply).replaceAll("W/\"([0-9]+)\\..*", "$1"));
    }

    @Test
    void pollsThatWaitShouldSeeEveryStepInOrder() {
        Reply shown = api.get(kickoff.chatPath());
        CompletableFuture<Reply> poll = api.getLater(kickoff.chatPath() + "?wait=25", since(shown));
        api.post(Api.recommend(profile), Api.followUp(kickoff.chat(), "와인 추가")).expect(202);

        Reply seen = poll.join().expect(200);
        while (!Api.last(seen.data()).get("status").asText().equals("completed")) {
            Reply next = api.get(kickoff.chatPath() + "?wait=25", since(seen)).expect(200);
            assertThat(rounds(next)).isGreaterThan(rounds(seen));
            seen = next;
        }
        assertThat(seen.data().get("rounds")).hasSize(2);
    }

    @Test
    void waitThatBringsNothingShouldEndIn304AndHoldNoThread() {
        Reply shown = api.get(kickoff.chatPath());
        long start = System.nanoTime();

        api.get(kickoff.chatPath() + "?wait=1", since(shown)).expect(304);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(990), Duration.ofSeconds(20));
        String bare = tag(shown).replaceAll("W/\"(.*)\"", "$1");
        api.get(kickoff.roundPath() + "?wait=0&since=" + bare.replaceAll("^[0-9]+", "999"))
                .expect(200);
        api.get(kickoff.chatPath() + "?wait=0&since=" + bare).expect(304);
    }

    @Test
    void eightPollsOfAProfileShouldWaitAndTheNinthBeAnsweredAtOnce() {
        Reply shown = api.get(kickoff.chatPath());
        List<CompletableFuture<Reply>> polls = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            polls.add(api.getLater(kickoff.chatPath() + "?wait=25", since(shown)));
        }

        CompletableFuture.anyOf(polls.toArray(CompletableFuture[]::new)).join();
        await().during(Duration.ofMillis(300))
                .until(() -> polls.stream().filter(CompletableFuture::isDone).count() == 1);
        api.delete("/v1/profile/" + profile).expect(200);

        List<Integer> statuses =
                polls.stream().map(poll -> poll.join().status()).sorted().toList();
        assertThat(statuses)
                .as("erasure ends the other waits")
                .containsExactly(304, 404, 404, 404, 404, 404, 404, 404, 404);
    }

    @Test
    void revokedKeyShouldEndTheWait() {
        Tenant tenant = database.newTenant("ko", 100);
        Api mine = new Api(server.baseUrl(), tenant.key());
        String owned = mine.newProfile();
        Kickoff asked = mine.kickOff(owned, "오늘 저녁 카레 땡기는데");
        mine.awaitCompleted(owned, asked.chat());
        Reply shown = mine.get(asked.chatPath());
        CompletableFuture<Reply> poll = mine.getLater(asked.chatPath() + "?wait=25", since(shown));
        Api admin = mine.withKey(database.newAdminKey(tenant));
        String keyId = StreamSupport.stream(
                        admin.get("/v1/admin/keys").expect(200).data().spliterator(), false)
                .filter(key -> key.get("type").asText().equals("client_sdk"))
                .findFirst()
                .orElseThrow()
                .get("key_id")
                .asText();

        admin.delete("/v1/admin/keys/" + keyId).expect(200);

        poll.join().expect(401, "INVALID_API_KEY");
    }

    @Test
    void chatSessionShouldKnowNeitherTagsNorWaits() {
        String visitor = api.newProfile();
        String session = api.chatSession(visitor);
        long start = System.nanoTime();

        Reply polled = api.get(Api.chatPath(visitor, session) + "?wait=25", Map.of("If-None-Match", "*"))
                .expect(200);

        assertThat(polled.header("ETag")).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        api.get(kickoff.chatPath() + "?wait=26").expect(400, "INVALID_REQUEST");
    }
}
