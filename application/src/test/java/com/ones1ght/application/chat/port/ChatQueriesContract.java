package com.ones1ght.application.chat.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.chat.ChatHead;
import com.ones1ght.application.chat.ChatHead.RoundHead;
import com.ones1ght.application.chat.ChatPage;
import com.ones1ght.application.chat.ChatPage.Extent;
import com.ones1ght.application.chat.ChatPage.RoundRef;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.RoundView;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileDocument;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link ChatQueries} does. */
public interface ChatQueriesContract {

    StorageFixture fixture();

    private static Started twoRounds(StorageFixture storage) {
        Started first = storage.aStartedRound();
        Round past = RunSamples.advance(storage, first, 4, NOW.plusSeconds(1));
        Chat chat = new Chat(first.chat().id(), first.profile().id(), past, NOW);
        return storage.aFollowUp(first.profile(), chat, "그리고?", NOW.plusSeconds(2));
    }

    @Test
    default void aChatIsShownWithItsRoundsInOrder() {
        StorageFixture storage = fixture();
        Started second = twoRounds(storage);

        ChatView view = storage.chatQueries()
                .chat(second.owner(), second.profile().id(), second.chat().id())
                .orElseThrow();

        assertThat(view.id()).isEqualTo(second.chat().id());
        assertThat(view.profile()).isEqualTo(second.profile().id());
        assertThat(view.createdAt()).isEqualTo(NOW);
        assertThat(view.store()).isEqualTo(second.profile().facts().store());
        ProfileFacts facts = second.profile().facts();
        assertThat(view.profileSummary())
                .isEqualTo(new ChatView.ProfileSummary(facts.name(), facts.gender(), facts.age(), facts.locale()));
        assertThat(view.rounds()).extracting(RoundView::number).containsExactly(1, 2);
        RoundView first = view.rounds().get(0);
        assertThat(first.prompt()).isEqualTo("오늘 저녁 뭐 먹지?");
        assertThat(first.createdAt()).isEqualTo(NOW);
        assertThat(first.updatedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(first.progress().isComplete()).isTrue();
        assertThat(first.todos()).isEqualTo(RunSamples.TODOS);
        assertThat(first.recommendedItems()).isEqualTo(RunSamples.ITEMS);
        assertThat(first.notifications()).isEqualTo(RunSamples.NOTIFICATIONS);
        RoundView last = view.rounds().get(1);
        assertThat(last.id()).isEqualTo(second.round().id());
        assertThat(last.todos()).isNull();
        assertThat(last.backListStatus()).isNull();
    }

    @Test
    default void aSummaryHasNothingWhereTheProfileHasNothing() {
        StorageFixture storage = fixture();
        Owner owner = storage.anOwner();
        Profile profile = new Profile(
                new ProfileId(UUID.randomUUID()),
                owner,
                new ProfileDocument("{}"),
                new ProfileFacts(null, null, null, null, null, null, null, DeclaredRestrictions.NONE),
                NOW,
                NOW);
        storage.run(() -> storage.profiles().add(profile));
        Started started = storage.aStartedRoundOf(profile, NOW);

        ChatView view = storage.chatQueries()
                .chat(owner, profile.id(), started.chat().id())
                .orElseThrow();

        assertThat(view.profileSummary()).isEqualTo(new ChatView.ProfileSummary(null, null, null, null));
        assertThat(view.store()).isNull();
    }

    @Test
    default void oneRoundIsShownAloneAndAsItIsInTheChat() {
        StorageFixture storage = fixture();
        Started second = twoRounds(storage);
        ChatQueries views = storage.chatQueries();
        ChatView chat = views.chat(
                        second.owner(), second.profile().id(), second.chat().id())
                .orElseThrow();

        for (RoundView round : chat.rounds()) {
            ChatView alone = views.round(
                            second.owner(), second.profile().id(), second.chat().id(), round.id())
                    .orElseThrow();
            assertThat(alone.rounds()).containsExactly(round);
            assertThat(alone.profileSummary()).isEqualTo(chat.profileSummary());
            assertThat(alone.store()).isEqualTo(chat.store());
            assertThat(alone.createdAt()).isEqualTo(chat.createdAt());
        }
    }

    @Test
    default void theHeadIsThatOfTheChat() {
        StorageFixture storage = fixture();
        Started second = twoRounds(storage);
        ChatQueries views = storage.chatQueries();
        ChatView chat = views.chat(
                        second.owner(), second.profile().id(), second.chat().id())
                .orElseThrow();

        ChatHead head = views.head(
                        second.owner(), second.profile().id(), second.chat().id())
                .orElseThrow();

        assertThat(head)
                .isEqualTo(new ChatHead(
                        chat.profileSummary(),
                        chat.store(),
                        chat.rounds().stream()
                                .map(round -> new RoundHead(round.id(), round.state(), round.version()))
                                .toList()));
        assertThat(head.version()).isEqualTo(chat.version());
    }

    @Test
    default void whatIsNotTheOwnersIsNotFound() {
        StorageFixture storage = fixture();
        Started started = storage.aStartedRound();
        Started elsewhere = storage.aStartedRoundOf(started.profile(), NOW);
        Owner owner = started.owner();
        ProfileId sibling = storage.aProfileOf(owner).id();

        assertUnknown(storage, owner, sibling, started);
        assertUnknown(storage, owner, new ProfileId(UUID.randomUUID()), started);
        assertUnknown(
                storage,
                storage.anotherLineOf(owner.tenant()),
                started.profile().id(),
                started);
        assertUnknown(
                storage,
                new Owner(storage.aTenant().id(), owner.line()),
                started.profile().id(),
                started);
        ChatQueries views = storage.chatQueries();
        ProfileId profile = started.profile().id();
        assertThat(views.chat(owner, profile, new ChatId(UUID.randomUUID()))).isEmpty();
        assertThat(views.round(owner, profile, started.chat().id(), new RoundId(UUID.randomUUID())))
                .isEmpty();
        assertThat(views.round(
                        owner, profile, started.chat().id(), elsewhere.round().id()))
                .isEmpty();
    }

    private static void assertUnknown(StorageFixture storage, Owner owner, ProfileId profile, Started started) {
        ChatQueries views = storage.chatQueries();
        assertThat(views.chat(owner, profile, started.chat().id())).isEmpty();
        assertThat(views.head(owner, profile, started.chat().id())).isEmpty();
        assertThat(views.round(
                        owner, profile, started.chat().id(), started.round().id()))
                .isEmpty();
    }

    @Test
    default void aProfileWithoutChatsHasAnEmptyPage() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();

        ChatPage page = storage.chatQueries()
                .page(profile.owner(), profile.id(), RunSamples.FIRST_PAGE)
                .orElseThrow();

        assertThat(page).isEqualTo(new ChatPage(List.of(), 0, RunSamples.FIRST_PAGE));
        assertThat(extent(storage, profile, RunSamples.FIRST_PAGE)).isEqualTo(new Extent(0, 0));
    }

    @Test
    default void somebodyElsesProfileHasNoPage() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        Owner other = storage.anotherLineOf(profile.owner().tenant());
        Owner elsewhere = new Owner(storage.aTenant().id(), profile.owner().line());

        assertThat(storage.chatQueries().page(other, profile.id(), RunSamples.FIRST_PAGE))
                .isEmpty();
        assertThat(storage.chatQueries().extent(other, profile.id(), RunSamples.FIRST_PAGE))
                .isEmpty();
        assertThat(storage.chatQueries().extent(elsewhere, profile.id(), RunSamples.FIRST_PAGE))
                .isEmpty();
        assertThat(storage.chatQueries().page(elsewhere, profile.id(), RunSamples.FIRST_PAGE))
                .isEmpty();
        assertThat(storage.chatQueries().page(profile.owner(), new ProfileId(UUID.randomUUID()), RunSamples.FIRST_PAGE))
                .isEmpty();
    }

    @Test
    default void aPageHasTheChatsOfItsProfileWithTheirRounds() {
        StorageFixture storage = fixture();
        Started second = twoRounds(storage);
        storage.aStartedRoundOf(storage.aProfileOf(second.owner()), NOW);

        ChatPage page = storage.chatQueries()
                .page(second.owner(), second.profile().id(), RunSamples.FIRST_PAGE)
                .orElseThrow();

        assertThat(page.total()).isEqualTo(1);
        assertThat(page.items()).hasSize(1);
        ChatPage.Item item = page.items().get(0);
        assertThat(item.chat()).isEqualTo(second.chat().id());
        assertThat(item.createdAt()).isEqualTo(NOW);
        assertThat(item.rounds()).extracting(RoundRef::number).containsExactly(1, 2);
        assertThat(item.rounds().get(1).id()).isEqualTo(second.round().id());
    }

    @Test
    default void anExtentIsThatOfItsPage() {
        StorageFixture storage = fixture();
        Started second = twoRounds(storage);
        Profile profile = second.profile();
        storage.aStartedRoundOf(profile, NOW.plusSeconds(1));
        storage.aStartedRoundOf(storage.aProfileOf(second.owner()), NOW);

        assertThat(extent(storage, profile, RunSamples.FIRST_PAGE)).isEqualTo(new Extent(2, 3));
        for (PageRequest page : List.of(
                RunSamples.FIRST_PAGE,
                new PageRequest(0, 1, Order.ASC),
                new PageRequest(0, 1, Order.DESC),
                new PageRequest(1, 1, Order.DESC),
                new PageRequest(2, 1, Order.DESC))) {
            assertThat(extent(storage, profile, page))
                    .isEqualTo(storage.chatQueries()
                            .page(profile.owner(), profile.id(), page)
                            .orElseThrow()
                            .extent());
        }
    }

    private static Extent extent(StorageFixture storage, Profile profile, PageRequest page) {
        return storage.chatQueries().extent(profile.owner(), profile.id(), page).orElseThrow();
    }

    @Test
    default void pagesFollowEachOtherWithoutGapInBothOrders() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        List<Chat> chats = new ArrayList<>();
        for (Instant at : List.of(NOW.plusSeconds(2), NOW, NOW, NOW.plusSeconds(1), NOW)) {
            chats.add(storage.aStartedRoundOf(profile, at).chat());
        }
        // Ids compare as their texts do, not as Java compares them, by signed halves.
        chats.sort(Comparator.comparing(Chat::createdAt)
                .thenComparing(chat -> chat.id().toString()));
        List<ChatId> ascending = chats.stream().map(Chat::id).toList();
        List<ChatId> descending = new ArrayList<>(ascending);
        Collections.reverse(descending);

        assertThat(idsOfPagesOfTwo(storage, profile, Order.ASC)).isEqualTo(ascending);
        assertThat(idsOfPagesOfTwo(storage, profile, Order.DESC)).isEqualTo(descending);
    }

    private static List<ChatId> idsOfPagesOfTwo(StorageFixture storage, Profile profile, Order order) {
        List<ChatId> ids = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            ChatPage page = storage.chatQueries()
                    .page(profile.owner(), profile.id(), new PageRequest(number, 2, order))
                    .orElseThrow();
            assertThat(page.total()).isEqualTo(5);
            page.items().forEach(item -> ids.add(item.chat()));
        }
        return ids;
    }

    @Test
    default void aPagePastTheEndIsEmptyAndKnowsTheTotal() {
        StorageFixture storage = fixture();
        Profile profile = storage.aProfile();
        storage.aStartedRoundOf(profile, NOW);
        PageRequest far = new PageRequest(PageRequest.MAX_PAGE, PageRequest.MAX_LIMIT, Order.ASC);

        ChatPage page =
                storage.chatQueries().page(profile.owner(), profile.id(), far).orElseThrow();

        assertThat(page).isEqualTo(new ChatPage(List.of(), 1, far));
    }
}
