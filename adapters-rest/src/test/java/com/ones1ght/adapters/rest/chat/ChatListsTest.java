package com.ones1ght.adapters.rest.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.adapters.rest.FakeGateway;
import com.ones1ght.application.chat.ChatHead;
import com.ones1ght.application.chat.ChatPage;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.chat.port.ChatQueries;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundResult;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChatListsTest {

    private static final PageRequest FIRST = new PageRequest(0, 100, Order.DESC);
    private static final ProfileId PROFILE = new ProfileId(UUID.randomUUID());

    private final Owner owner = anOwner();
    private final List<Integer> roundsOfChats = new ArrayList<>(List.of(1));
    private final Pages pages = new Pages();
    private final ChatLists lists = new ChatLists(pages);
    private Owner found = owner;

    @Test
    void unchangedListShouldNotBeReadAgain() {
        byte[] first = lists.list(owner, PROFILE, FIRST).utf8();

        assertThat(lists.list(owner, PROFILE, FIRST).utf8()).isSameAs(first);
        assertThat(pages.read).isEqualTo(1);
    }

    @Test
    void newChatAndNewRoundShouldBeListed() {
        lists.list(owner, PROFILE, FIRST);
        roundsOfChats.set(0, 2);
        assertThat(lists.list(owner, PROFILE, FIRST).text()).contains("\"total_rounds\":2");
        roundsOfChats.add(1);
        assertThat(lists.list(owner, PROFILE, FIRST).text()).contains("\"total\":2");
        assertThat(pages.read).isEqualTo(3);
    }

    @Test
    void eachPageShouldHaveAnAnswerOfItsOwn() {
        roundsOfChats.add(1);
        PageRequest other = new PageRequest(0, 1, Order.ASC);

        assertThat(lists.list(owner, PROFILE, FIRST).text()).contains("\"limit\":100");
        assertThat(lists.list(owner, PROFILE, other).text()).contains("\"limit\":1,");
        assertThat(lists.list(owner, PROFILE, other).text()).contains("\"limit\":1,");
    }

    @Test
    void listOfAnErasedOrForeignProfileShouldNotBeFound() {
        lists.list(owner, PROFILE, FIRST);

        Owner other = anOwner();
        assertThatThrownBy(() -> lists.list(other, PROFILE, FIRST)).isInstanceOf(NotFoundException.class);
        found = other;
        assertThatThrownBy(() -> lists.list(owner, PROFILE, FIRST)).isInstanceOf(NotFoundException.class);
    }

    private static Owner anOwner() {
        return new Owner(new TenantId(UUID.randomUUID()), new KeyLine(UUID.randomUUID()));
    }

    /** Chats with as many rounds as the test wants, and how often they were read. */
    private final class Pages implements ChatQueries {

        private int read;

        @Override
        public Optional<ChatPage> page(Owner asking, ProfileId profile, PageRequest page) {
            read++;
            return current(asking, page);
        }

        @Override
        public Optional<ChatPage.Extent> extent(Owner asking, ProfileId profile, PageRequest page) {
            return current(asking, page).map(ChatPage::extent);
        }

        @Override
        public Optional<ChatView> chat(Owner asking, ProfileId profile, ChatId chat) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ChatView> round(Owner asking, ProfileId profile, ChatId chat, RoundId round) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ChatHead> head(Owner asking, ProfileId profile, ChatId chat) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<RoundResult> result(Owner asking, ProfileId profile, ChatId chat, RoundId round) {
            throw new UnsupportedOperationException();
        }

        private Optional<ChatPage> current(Owner asking, PageRequest page) {
            List<ChatPage.Item> items = roundsOfChats.stream()
                    .map(rounds -> new ChatPage.Item(new ChatId(FakeGateway.ID), rounds(rounds), FakeGateway.NOW))
                    .limit(page.limit())
                    .toList();
            return asking.equals(found)
                    ? Optional.of(new ChatPage(items, roundsOfChats.size(), page))
                    : Optional.empty();
        }

        private static List<ChatPage.RoundRef> rounds(int number) {
            return IntStream.rangeClosed(1, number)
                    .mapToObj(no -> new ChatPage.RoundRef(no, new RoundId(FakeGateway.ID)))
                    .toList();
        }
    }
}
