package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.bootstrap.e2e.Api.Kickoff;
import com.ones1ght.bootstrap.e2e.StreamReader.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Streams of rounds, for the two nodes of {@link TwoNodesIT}, whose rounds take their time. */
interface RoundStreamsOnTwoNodes {

    int FOLLOWERS = 50;
    int ROUNDS_OF_EACH = 2;

    Api onFirst();

    Api onSecond();

    /** While it exists, no run goes beyond step 1. */
    Path holdFile();

    /** Ends all keys of the tenant. */
    void revokeKeys();

    private static StreamReader follow(Api node, Kickoff kickoff, String lastEventId) {
        return StreamReader.connect(node.baseUrl() + kickoff.roundPath() + "/events", node.key(), lastEventId);
    }

    private static List<String> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }

    private Kickoff heldRound(String profile) throws IOException {
        Files.createFile(holdFile());
        Kickoff kickoff = onFirst().kickOff(profile, "오늘 저녁 카레 땡기는데");
        onSecond().poll(profile, kickoff.chat(), chat -> Api.last(chat)
                .at("/pipeline_progress/step1")
                .asText()
                .equals("done"));
        return kickoff;
    }

    @Test
    @Order(1)
    default void stepsShouldBeFollowedOnEitherNode() {
        String profile = onFirst().newProfile();
        Kickoff kickoff = onFirst().kickOff(profile, "오늘 저녁 카레 땡기는데");
        try (StreamReader here = follow(onFirst(), kickoff, null);
                StreamReader there = follow(onSecond(), kickoff, null)) {
            for (StreamReader reader : List.of(here, there)) {
                List<Event> events = reader.awaitEnd();
                assertThat(ids(events)).containsExactly("1.0", "1.1", "1.2", "1.3", "1.4", "1.end");
                for (int done = 0; done <= 4; done++) {
                    Event event = events.get(done);
                    assertThat(event.type()).isEqualTo("step");
                    JsonNode progress = event.json().get("pipeline_progress");
                    for (int step = 1; step <= done; step++) {
                        assertThat(progress.get("step" + step).asText()).isEqualTo("done");
                    }
                }
                assertThat(events.get(5).type()).isEqualTo("completed");
                events.forEach(event -> Shapes.assertRound(event.json()));
                assertThat(events.get(5).json())
                        .isEqualTo(onFirst().get(kickoff.roundPath()).data());
            }
        }
    }

    @Test
    @Order(1)
    default void whoBreaksOffAtAnyMomentShouldSeeEachStepOfAHundredRoundsInOrder() {
        List<Integer> connections = AtOnce.on(FOLLOWERS, follower -> {
            Random random = new Random(follower);
            int count = 0;
            for (int i = 0; i < ROUNDS_OF_EACH; i++) {
                String profile = onFirst().newProfile();
                count += followRestlessly(onFirst().kickOff(profile, "오늘 저녁 카레 땡기는데"), random);
            }
            return count;
        });
        System.out.printf(
                "TwoNodesIT: %d rounds followed over %d connections%n",
                FOLLOWERS * ROUNDS_OF_EACH,
                connections.stream().mapToInt(Integer::intValue).sum());
    }

    private int followRestlessly(Kickoff kickoff, Random random) {
        List<String> seen = new ArrayList<>();
        int connections = 0;
        while (seen.isEmpty() || !seen.get(seen.size() - 1).equals("1.end")) {
            Api node = random.nextBoolean() ? onFirst() : onSecond();
            String last = seen.isEmpty() ? null : seen.get(seen.size() - 1);
            connections++;
            try (StreamReader reader = follow(node, kickoff, last)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1500)));
                seen.addAll(ids(reader.events()));
            }
        }
        int first = Integer.parseInt(seen.get(0).substring(2));
        List<String> expected = new ArrayList<>();
        for (int step = first; step <= 4; step++) {
            expected.add("1." + step);
        }
        expected.add("1.end");
        assertThat(seen).isEqualTo(expected);
        return connections;
    }

    @Test
    @Order(1)
    default void refinementShouldStartAgainWithAStep() {
        String profile = onFirst().newProfile();
        Kickoff kickoff = onFirst().kickOff(profile, "오늘 저녁 카레 땡기는데");
        try (StreamReader reader = follow(onSecond(), kickoff, null)) {
            await().until(() -> ids(reader.events()).contains("1.2"));
            onFirst()
                    .post(Api.recommend(profile), Api.refinement(kickoff.chat(), kickoff.round(), "더 맵게"))
                    .expect(202);

            List<Event> events = reader.awaitEnd();

            List<String> ids = new ArrayList<>(ids(events));
            assertThat(ids.subList(0, 3)).containsExactly("1.0", "1.1", "1.2");
            // The step that was running may have been done before the refinement.
            ids.remove("1.3");
            assertThat(ids.subList(3, ids.size())).containsExactly("2.0", "2.1", "2.2", "2.3", "2.4", "2.end");
            assertThat(events.get(events.size() - 1).json().get("prompt").asText())
                    .isEqualTo("더 맵게");
        }
    }

    @Test
    @Order(1)
    default void cancelShouldEndTheStreamInError() throws IOException {
        Kickoff kickoff = heldRound(onFirst().newProfile());
        try (StreamReader reader = follow(onSecond(), kickoff, null)) {
            reader.await(1);

            onFirst().delete(kickoff.roundPath()).expect(200);

            List<Event> events = reader.awaitEnd();
            assertThat(ids(events)).containsExactly("1.1", "1.end");
            assertThat(events.get(1).type()).isEqualTo("error");
            assertThat(events.get(1).json().get("last_error").asText()).isEqualTo("cancelled");
        }
    }

    @Test
    @Order(1)
    default void endOfTheChatSessionShouldEndTheStreamInErrorAndThatOfTheVisitShouldNot() throws IOException {
        Files.createFile(holdFile());
        String deleted = onFirst().newProfile();
        String visitor = onFirst().newProfile();
        String session = onFirst().chatSession(deleted);
        try (StreamReader one = follow(onSecond(), askedInSession(deleted, session), null);
                StreamReader other =
                        follow(onSecond(), askedInSession(visitor, onFirst().chatSession(visitor)), null)) {
            one.await(1);

            onFirst().delete("/v1/chat/" + deleted + "/session/" + session).expect(200);
            onFirst().post("/v1/profile/" + visitor + "/session/end", null).expect(200);

            List<Event> events = one.awaitEnd();
            Event last = events.get(events.size() - 1);
            assertThat(last.type()).isEqualTo("error");
            assertThat(last.json().get("last_error").asText()).isEqualTo("cancelled");
            assertThat(other.hasEnded()).isFalse();
            Files.delete(holdFile());
            assertThat(ids(other.awaitEnd())).endsWith("1.4", "1.end");
        }
    }

    private Kickoff askedInSession(String profile, String session) {
        onFirst()
                .post(Api.recommend(profile), Api.inSession(session, "오늘 저녁 카레 땡기는데"))
                .expect(202);
        JsonNode chat = onFirst().get(Api.recommend(profile)).expect(200).data().at("/items/0");
        return new Kickoff(
                profile,
                chat.get("chat_id").asText(),
                chat.at("/rounds/0/round_id").asText());
    }

    @Test
    @Order(1)
    default void erasureShouldEndTheStreamWithoutAnEvent() throws IOException {
        String profile = onFirst().newProfile();
        Kickoff kickoff = heldRound(profile);
        try (StreamReader reader = follow(onSecond(), kickoff, null)) {
            reader.await(1);

            onFirst().delete("/v1/profile/" + profile).expect(200);

            assertThat(ids(reader.awaitEnd())).containsExactly("1.1");
            onSecond().get(kickoff.roundPath() + "/events").expect(404, "NOT_FOUND");
        }
    }

    @Test
    @Order(1)
    default void revokedKeyShouldEndTheStreamsOfItsTokensToo() throws IOException {
        String profile = onFirst().newProfile();
        Api byToken = onSecond().withKey(onFirst().token(profile));
        Kickoff kickoff = heldRound(profile);
        try (StreamReader ofKey = follow(onSecond(), kickoff, null);
                StreamReader ofToken = follow(byToken, kickoff, null)) {
            ofToken.await(1);

            revokeKeys();

            assertThat(ids(ofKey.awaitEnd())).containsExactly("1.1");
            assertThat(ids(ofToken.awaitEnd())).containsExactly("1.1");
            byToken.get(kickoff.roundPath() + "/events").expect(401, "INVALID_API_KEY");
        }
    }

    @Test
    @Order(1)
    default void quietStreamOfARoundShouldBeKeptOpenByComments() throws IOException {
        Kickoff kickoff = heldRound(onFirst().newProfile());
        try (StreamReader reader = follow(onSecond(), kickoff, "1.1")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> reader.comments() >= 3);
            assertThat(reader.events()).as("nothing came after step 1").isEmpty();
        }
    }

    @Test
    @Order(1)
    default void ninthStreamOfAProfileShouldEndItsOldest() throws IOException {
        Kickoff kickoff = heldRound(onFirst().newProfile());
        List<StreamReader> readers = new ArrayList<>();
        try (StreamReader elsewhere = follow(onFirst(), kickoff, null)) {
            for (int i = 0; i < 10; i++) {
                readers.add(follow(onSecond(), kickoff, null));
            }
            readers.get(0).awaitEnd();
            readers.get(1).awaitEnd();
            Files.delete(holdFile());

            readers.add(elsewhere);
            readers.subList(2, readers.size())
                    .forEach(reader -> assertThat(ids(reader.awaitEnd())).endsWith("1.4", "1.end"));
            assertThat(ids(readers.get(0).events())).containsExactly("1.1");
        } finally {
            readers.forEach(StreamReader::close);
        }
    }
}
