package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import com.ones1ght.application.shared.port.StorageFixture.Shopper;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.KeyLine;
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

/** Requests for foreign and for unknown resources execute the same number of statements. */
class SameStatementsTest {

    private static final PageRequest PAGE = new PageRequest(0, 10, Order.DESC);

    private final PostgresStorage storage = new PostgresStorage();

    private interface Lookup {
        void run(Owner requester, ProfileId profile, ChatId chat, RoundId round);
    }

    private Map<String, Lookup> lookups() {
        Map<String, Lookup> lookups = new LinkedHashMap<>();
        lookups.put("a profile", (requester, profile, chat, round) -> storage.profiles()
                .find(requester, profile));
        lookups.put("a profile's facts", (requester, profile, chat, round) -> storage.profiles()
                .facts(requester, profile));
        lookups.put(
                "a profile to hold",
                (requester, profile, chat, round) ->
                        storage.run(() -> storage.profiles().hold(requester, profile)));
        lookups.put("a chat", (requester, profile, chat, round) -> storage.chatQueries()
                .chat(requester, profile, chat));
        lookups.put("a chat's head", (requester, profile, chat, round) -> storage.chatQueries()
                .head(requester, profile, chat));
        lookups.put("a profile's chats", (requester, profile, chat, round) -> storage.chatQueries()
                .page(requester, profile, PAGE));
        lookups.put(
                "a chat to lock",
                (requester, profile, chat, round) ->
                        storage.run(() -> storage.chats().lock(requester, profile, chat)));
        lookups.put(
                "a round for a trigger",
                (requester, profile, chat, round) ->
                        storage.run(() -> storage.triggeredRounds().hold(requester, profile, chat, round)));
        lookups.put(
                "a shopping list to change",
                (requester, profile, chat, round) ->
                        storage.run(() -> storage.todoLists().lock(requester, profile, chat, round)));
        lookups.put("where a shopper is", (requester, profile, chat, round) -> storage.shopperPositions()
                .find(requester, profile, chat, round));
        lookups.put("a profile's events", (requester, profile, chat, round) -> storage.eventLog()
                .ofProfile(requester, profile, null, PAGE));
        lookups.put(
                "a visit to lock",
                (requester, profile, chat, round) ->
                        storage.run(() -> storage.visits().lockActive(requester, profile)));
        return lookups;
    }

    @TestFactory
    Stream<DynamicTest> foreignAndUnknownIdsShouldTakeTheSameStatements() {
        Shopper shopper = storage.aShopper();
        Started foreignRound = storage.aStartedRoundOf(shopper.profile(), PostgresStorage.NOW);
        Owner stranger = storage.anOwner();
        Owner otherKey = storage.anotherLineOf(foreignRound.owner().tenant());
        Owner tokenOfAnother = new Owner(foreignRound.owner().tenant(), KeyLine.NONE);
        return lookups().entrySet().stream().flatMap(lookup -> Stream.of(
                        Map.entry("another tenant", stranger),
                        Map.entry("another key of the tenant", otherKey),
                        Map.entry("another profile's token", tokenOfAnother))
                .map(requester -> dynamicTest(lookup.getKey() + " by " + requester.getKey(), () -> {
                    int foreign = count(() -> lookup.getValue()
                            .run(
                                    requester.getValue(),
                                    foreignRound.profile().id(),
                                    foreignRound.chat().id(),
                                    foreignRound.round().id()));
                    int unknown = count(() -> lookup.getValue()
                            .run(
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
