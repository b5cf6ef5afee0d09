package com.ones1ght.application.chat;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import java.time.Instant;
import java.util.List;

/**
 * A page of a profile's chats.
 *
 * @param items empty when the page is past the end
 * @param total the number of the profile's chats
 * @param request the requested page
 */
public record ChatPage(List<Item> items, long total, PageRequest request) {

    public ChatPage {
        items = List.copyOf(items);
    }

    /** What tells whether the page has changed. */
    public Extent extent() {
        return new Extent(
                total, items.stream().mapToLong(item -> item.rounds().size()).sum());
    }

    /**
     * What tells two states of a page apart: chats and rounds are only added to a profile, until it is erased with all of
     * them, so that as many are the same ones.
     *
     * @param chats the number of the profile's chats
     * @param rounds the number of rounds of the page's chats
     */
    public record Extent(long chats, long rounds) {}

    /**
     * A chat's summary.
     *
     * @param chat its id
     * @param rounds its rounds in order
     * @param createdAt when it was created
     */
    public record Item(ChatId chat, List<RoundRef> rounds, Instant createdAt) {

        public Item {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * A round of a chat.
     *
     * @param number its place in the chat, from 1
     * @param id its id
     */
    public record RoundRef(int number, RoundId id) {}
}
