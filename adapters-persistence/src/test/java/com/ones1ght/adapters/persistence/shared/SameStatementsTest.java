package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import com.ones1ght.application.shared.port.StorageFixture.Shopper;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who asks for what is somebody else's costs the database as much as who asks for what does not exist. */
class SameStatementsTest {

    private static final PageRequest PAGE = new PageRequest(0, 10, Order.DESC);

    private final PostgresStorage storage = new PostgresStorage();

    /** What a request looks for, by whom. */
    private interface Question {
        void ask(Owner requester, ProfileId profile, ChatId chat, RoundId round);
    }

    private Map<String, Question> questions() {
        Map<String, Question> questions = new LinkedHashMap<>();
        questions.put("a profile", (requester, profile, chat, round) -> storage.profiles()
                .find(requester, profile));
        questions.put("a profile's facts", (requester, profile, chat, round) -> storage.profiles()
                .facts(requester, profile));
        questions.put(
                "a profile to hold",
                (requester, profile, chat, round) ->
                        storage.run(() -> storage.profiles().hold(requester, profile)));
        questions.put("a chat", (requester, profile, chat, round) -> storage.chatViews()
                .chat(requester, profile, chat));
        questions.put("a profile's chats", (requester, profile, chat, round) -> storage.chatViews()
                .page(requester, profile, PAGE));
        questions.put(
                "a chat to lock",
                (requester, profile, chat, round) ->
                        storage.run(() -> storage.chats().lock(requester, profile, chat)));
        questions.put(
                "a round to tell of",
                (requester, profile, chat, round) ->
                        storage.run(() -> storage.triggeredRounds().hold(requester, profile, chat, round)));
        questions.put("a profile's events", (requester, profile, chat, round) -> storage.eventLog()
                .ofProfile(requester, profile, null, PAGE));
        questions.put(
                "a visit to lock",
                (requester, profile, chat, round) ->
                        storage.run(() -> storage.visits().lockActive(requester, profile)));
        return questions;
    }

    @TestFactory
    Stream<DynamicTest> strangersAndUnknownIdsShouldCostTheSame() {
        Shopper shopper = storage.aShopper();
        Started theirs = storage.aStartedRoundOf(shopper.profile(), PostgresStorage.NOW);
        Owner stranger = storage.anOwner();
        Owner otherKey = storage.anotherLineOf(theirs.owner().tenant());
        return questions().entrySet().stream().flatMap(question -> Stream.of(
                        Map.entry("another tenant", stranger), Map.entry("another key of the tenant", otherKey))
                .map(requester -> dynamicTest(question.getKey() + " by " + requester.getKey(), () -> {
                    int foreign = count(() -> question.getValue()
                            .ask(
                                    requester.getValue(),
                                    theirs.profile().id(),
                                    theirs.chat().id(),
                                    theirs.round().id()));
                    int unknown = count(() -> question.getValue()
                            .ask(
                                    requester.getValue(),
                                    new ProfileId(UUID.randomUUID()),
                                    new ChatId(UUID.randomUUID()),
                                    new RoundId(UUID.randomUUID())));

                    assertThat(foreign).isPositive().isEqualTo(unknown);
                })));
    }

    private static int count(Runnable work) {
        return TestDatabase.shared().statementsOf(work);
    }
}
