package com.ones1ght.adapters.persistence.chat;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.chat.ChatFilter;
import com.ones1ght.application.chat.TenantChat;
import com.ones1ght.application.chat.TenantChatPage;
import com.ones1ght.application.chat.TenantChatPage.Item;
import com.ones1ght.application.chat.TenantChatPage.RoundRef;
import com.ones1ght.application.chat.port.ClaimedRun;
import com.ones1ght.application.chat.port.RunSamples;
import com.ones1ght.application.chat.port.RunUpdate;
import com.ones1ght.application.chat.port.TenantChatQueries;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import com.ones1ght.application.shared.port.StorageFixture.Shopper;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.tenant.TenantId;
import com.ones1ght.domain.visit.ChatSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SqlTenantChatQueriesTest {

    private static final PageRequest ALL = new PageRequest(0, 100, Order.ASC);

    private final PostgresStorage storage = PostgresStorage.withEmptyQueue();
    private final TenantChatQueries chats =
            new ChatPersistence().tenantChatQueries(TestDatabase.shared().sql());

    private static List<ChatId> ids(TenantChatPage page) {
        return page.items().stream().map(Item::chat).toList();
    }

    @Test
    void tenantShouldSeeTheChatsOfAllItsKeyLinesOnly() {
        Started first = storage.aStartedRound();
        Owner other = storage.anotherLineOf(first.owner().tenant());
        Started second = storage.aStartedRoundOf(storage.aProfileOf(other), NOW.plusSeconds(1));
        storage.aStartedRound();

        TenantChatPage page = chats.page(first.owner().tenant(), ChatFilter.ALL, ALL);

        assertThat(ids(page)).containsExactly(first.chat().id(), second.chat().id());
        assertThat(page.total()).isEqualTo(2);
        Item item = page.items().get(0);
        assertThat(item.profile()).isEqualTo(first.profile().id());
        assertThat(item.profileSummary().name()).isEqualTo("佐藤花子");
        assertThat(item.createdAt()).isEqualTo(NOW);
        assertThat(item.rounds()).containsExactly(new RoundRef(1, first.round().id(), RoundState.CREATED));
    }

    @Test
    void pagesShouldBeContiguousInBothOrders() {
        Started first = storage.aStartedRound();
        TenantId tenant = first.owner().tenant();
        Started second = storage.aStartedRoundOf(first.profile(), NOW.plusSeconds(1));
        Started third = storage.aStartedRoundOf(first.profile(), NOW.plusSeconds(2));

        assertThat(ids(chats.page(tenant, ChatFilter.ALL, new PageRequest(0, 2, Order.DESC))))
                .containsExactly(third.chat().id(), second.chat().id());
        assertThat(ids(chats.page(tenant, ChatFilter.ALL, new PageRequest(1, 2, Order.DESC))))
                .containsExactly(first.chat().id());
        TenantChatPage beyond = chats.page(tenant, ChatFilter.ALL, new PageRequest(9, 2, Order.ASC));
        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.total()).isEqualTo(3);
    }

    @Test
    void filtersShouldCombine() {
        Started done = storage.aStartedRound();
        RunSamples.advance(storage, done, 4, NOW.plusSeconds(5));
        TenantId tenant = done.owner().tenant();
        Started running = storage.aStartedRoundOf(done.profile(), NOW.plusSeconds(10));
        Started others = storage.aStartedRoundOf(storage.aProfileOf(done.owner()), NOW.plusSeconds(20));

        assertThat(ids(chats.page(tenant, filter(done.profile().id(), Set.of(), null, null), ALL)))
                .containsExactly(done.chat().id(), running.chat().id());
        assertThat(ids(chats.page(tenant, filter(null, Set.of(RoundState.COMPLETED), null, null), ALL)))
                .containsExactly(done.chat().id());
        assertThat(ids(chats.page(
                        tenant, filter(null, Set.of(RoundState.CREATED, RoundState.KICKED_OFF), null, null), ALL)))
                .containsExactly(running.chat().id(), others.chat().id());
        assertThat(ids(chats.page(tenant, filter(null, Set.of(), NOW.plusSeconds(10), NOW.plusSeconds(20)), ALL)))
                .as("from inclusive, to exclusive")
                .containsExactly(running.chat().id());
        assertThat(chats.page(
                                tenant,
                                filter(others.profile().id(), Set.of(RoundState.COMPLETED), NOW, NOW.plusSeconds(100)),
                                ALL)
                        .total())
                .isZero();
    }

    private static ChatFilter filter(ProfileId profile, Set<RoundState> states, Instant from, Instant to) {
        return new ChatFilter(profile, states, from, to);
    }

    @Test
    void lastRoundShouldDetermineTheStateOfAChat() {
        Started first = storage.aStartedRound();
        Round past = RunSamples.advance(storage, first, 4, NOW.plusSeconds(1));
        Chat chat = new Chat(first.chat().id(), first.profile().id(), past, NOW);
        storage.aFollowUp(first.profile(), chat, "그리고?", NOW.plusSeconds(2));
        TenantId tenant = first.owner().tenant();

        assertThat(chats.page(tenant, filter(null, Set.of(RoundState.COMPLETED), null, null), ALL)
                        .total())
                .isZero();
        assertThat(chats.page(tenant, filter(null, Set.of(RoundState.CREATED), null, null), ALL)
                        .items()
                        .get(0)
                        .rounds())
                .extracting(RoundRef::state)
                .containsExactly(RoundState.COMPLETED, RoundState.CREATED);
    }

    @Test
    void chatShouldShowBackendOutputAndTimes() {
        Started started = storage.aStartedRound();
        RunSamples.advance(storage, started, 1, NOW.plusSeconds(3));
        RunSamples.advance(storage, started, 4, NOW.plusSeconds(8));

        TenantChat chat =
                chats.chat(started.owner().tenant(), started.chat().id()).orElseThrow();

        assertThat(chat.chat())
                .isEqualTo(storage.chatQueries()
                        .chat(
                                started.owner(),
                                started.profile().id(),
                                started.chat().id())
                        .orElseThrow());
        assertThat(chat.session()).isNull();
        TenantChat.Run run = chat.runs().get(0);
        assertThat(run.number()).isZero();
        assertThat(run.output().get(PipelineStep.MEAL_SUGGEST)).isEqualTo(JsonFragment.of(RunSamples.RAW_MEAL));
        assertThat(run.output()).hasSize(4);
        assertThat(run.latencies())
                .isEqualTo(Map.of(
                        PipelineStep.MEAL_SUGGEST,
                        Duration.ofSeconds(3),
                        PipelineStep.SHOPPING_LIST,
                        Duration.ofSeconds(5),
                        PipelineStep.UPSELL_SURFACE,
                        Duration.ZERO,
                        PipelineStep.BACK_LIST,
                        Duration.ZERO));
        assertThat(run.duration()).hasValue(Duration.ofSeconds(8));
    }

    @Test
    void stepsThatWereSavedTogetherShouldHaveTheirOwnTimes() {
        Started started = storage.aStartedRound();
        ClaimedRun held = RunSamples.claim(storage, started, NOW);
        RunUpdate all = RunSamples.update(held.round(), RunSamples.snapshotUpToStep(4), NOW.plusMillis(9))
                .doneAt(Map.of(
                        PipelineStep.MEAL_SUGGEST, NOW.plusMillis(4),
                        PipelineStep.SHOPPING_LIST, NOW.plusMillis(6),
                        PipelineStep.UPSELL_SURFACE, NOW.plusMillis(7)));

        storage.runQueue().save(held.claim(), all, NOW.plusMillis(9));

        assertThat(chats.chat(started.owner().tenant(), started.chat().id())
                        .orElseThrow()
                        .runs()
                        .get(0)
                        .latencies())
                .isEqualTo(Map.of(
                        PipelineStep.MEAL_SUGGEST, Duration.ofMillis(4),
                        PipelineStep.SHOPPING_LIST, Duration.ofMillis(2),
                        PipelineStep.UPSELL_SURFACE, Duration.ofMillis(1),
                        PipelineStep.BACK_LIST, Duration.ofMillis(2)));
    }

    @Test
    void newRunShouldShowNoOutput() {
        Started started = storage.aStartedRound();

        TenantChat.Run run = chats.chat(started.owner().tenant(), started.chat().id())
                .orElseThrow()
                .runs()
                .get(0);

        assertThat(run.output()).isEmpty();
        assertThat(run.upstream()).isNull();
        assertThat(run.latencies()).isEmpty();
        assertThat(run.duration()).isEmpty();
    }

    @Test
    void refinedRoundShouldShowItsLatestRun() {
        Started started = storage.aStartedRound();
        Round asItIs = RunSamples.advance(storage, started, 2, NOW.plusSeconds(1));
        storage.aRefinement(started, asItIs, "덜 맵게", NOW.plusSeconds(2));

        TenantChat.Run run = chats.chat(started.owner().tenant(), started.chat().id())
                .orElseThrow()
                .runs()
                .get(0);

        assertThat(run.number()).isEqualTo(1);
        assertThat(run.acceptedAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(run.output()).isEmpty();
    }

    @Test
    void chatSessionShouldShowItsEnding() {
        Shopper shopper = storage.aShopper();
        ChatSession session = storage.aChatSession(shopper, NOW);
        storage.aStartedRoundOf(shopper.profile(), session.chat(), NOW);
        TenantId tenant = shopper.owner().tenant();

        assertThat(chats.chat(tenant, session.chat()).orElseThrow().session())
                .isEqualTo(new TenantChat.Session(shopper.visit().id(), null));

        ChatSession ended = storage.aChange(shopper, session.ended(ChatSession.Reason.EXPLICIT, NOW.plusSeconds(9)));

        assertThat(chats.chat(tenant, session.chat()).orElseThrow().session())
                .isEqualTo(new TenantChat.Session(shopper.visit().id(), ended.ending()));
    }

    @Test
    void foreignChatShouldNotBeFound() {
        Started started = storage.aStartedRound();

        assertThat(chats.chat(storage.aTenant().id(), started.chat().id())).isEmpty();
        assertThat(chats.chat(started.owner().tenant(), new ChatId(UUID.randomUUID())))
                .isEmpty();
    }
}
