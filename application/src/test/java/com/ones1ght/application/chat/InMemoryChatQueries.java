package com.ones1ght.application.chat;

import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.shared.InMemoryDatabase;
import com.ones1ght.application.shared.InMemoryState;
import com.ones1ght.application.shared.InMemoryState.ChatRow;
import com.ones1ght.application.shared.InMemoryState.RoundRow;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Round;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Conversations in memory, for reading. */
public final class InMemoryChatQueries implements ChatQueries {

    private final InMemoryDatabase database;

    public InMemoryChatQueries(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<ChatView> chat(Owner owner, ProfileId profile, ChatId chat) {
        return view(owner, profile, chat, round -> true);
    }

    @Override
    public Optional<ChatView> round(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return view(owner, profile, chat, candidate -> candidate.id().equals(round))
                .filter(view -> !view.rounds().isEmpty());
    }

    @Override
    public Optional<ChatHead> head(Owner owner, ProfileId profile, ChatId chat) {
        return chat(owner, profile, chat)
                .map(view -> new ChatHead(
                        view.profileSummary(),
                        view.store(),
                        view.rounds().stream()
                                .map(round -> new ChatHead.RoundHead(round.id(), round.state(), round.version()))
                                .toList()));
    }

    @Override
    public Optional<RoundResult> result(Owner owner, ProfileId profile, ChatId chat, RoundId round) {
        return round(owner, profile, chat, round)
                .map(found -> database.with(state -> state.rounds.get(round).result()));
    }

    private Optional<ChatView> view(Owner owner, ProfileId profile, ChatId chat, Predicate<Round> wanted) {
        return database.with(state -> Optional.ofNullable(state.chats.get(chat))
                .filter(row -> row.owner().equals(owner) && row.profile().equals(profile))
                .map(row -> view(state, row, wanted)));
    }

    private static ChatView view(InMemoryState state, ChatRow chat, Predicate<Round> wanted) {
        ProfileFacts facts = state.profiles.get(chat.profile()).facts();
        return new ChatView(
                chat.id(),
                chat.profile(),
                new ChatView.ProfileSummary(facts.name(), facts.gender(), facts.age(), facts.locale()),
                facts.store(),
                chat.createdAt(),
                rounds(state, chat.id()).stream()
                        .filter(row -> wanted.test(row.round()))
                        .map(row -> view(row, state.versions.get(row.round().id())))
                        .toList());
    }

    private static List<RoundRow> rounds(InMemoryState state, ChatId chat) {
        return state.rounds.values().stream()
                .filter(row -> row.round().chat().equals(chat))
                .sorted(Comparator.comparingInt(row -> row.round().number()))
                .toList();
    }

    private static RoundView view(RoundRow row, long version) {
        Round round = row.round();
        return new RoundView(
                round.id(),
                round.number(),
                round.run(),
                round.prompt().text(),
                round.createdAt(),
                round.updatedAt(),
                version,
                round.state(),
                round.progress(),
                round.backListStatus(),
                row.todos(),
                row.recommendedItems(),
                row.notifications(),
                row.guard(),
                round.failure());
    }

    @Override
    public Optional<ChatPage> page(Owner owner, ProfileId profile, PageRequest page) {
        return database.with(state -> {
            Profile found = state.profiles.get(profile);
            return found != null && found.owner().equals(owner)
                    ? Optional.of(page(state, profile, page))
                    : Optional.empty();
        });
    }

    @Override
    public Optional<ChatPage.Extent> extent(Owner owner, ProfileId profile, PageRequest page) {
        return page(owner, profile, page).map(ChatPage::extent);
    }

    private static ChatPage page(InMemoryState state, ProfileId profile, PageRequest page) {
        Comparator<ChatRow> ascending = Comparator.comparing(ChatRow::createdAt)
                .thenComparing(chat -> chat.id().toString());
        List<ChatRow> all = state.chats.values().stream()
                .filter(chat -> chat.profile().equals(profile))
                .sorted(page.order() == PageRequest.Order.ASC ? ascending : ascending.reversed())
                .toList();
        List<ChatPage.Item> items = all.stream()
                .skip(page.offset())
                .limit(page.limit())
                .map(chat -> new ChatPage.Item(chat.id(), refs(state, chat.id()), chat.createdAt()))
                .toList();
        return new ChatPage(items, all.size(), page);
    }

    private static List<ChatPage.RoundRef> refs(InMemoryState state, ChatId chat) {
        return rounds(state, chat).stream()
                .map(row ->
                        new ChatPage.RoundRef(row.round().number(), row.round().id()))
                .toList();
    }
}
