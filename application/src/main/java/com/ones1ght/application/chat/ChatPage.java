package com.ones1ght.application.chat;

import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import java.time.Instant;
import java.util.List;

/**
 * A page of a profile's chats.
 *
 * @param items none when the page is past the end
 * @param total how many chats the profile has
 * @param request which page it is
 */
public record ChatPage(List<Item> items, long total, PageRequest request) {

    public ChatPage {
        items = List.copyOf(items);
    }

    /**
     * A chat in brief.
     *
     * @param chat its id
     * @param rounds its rounds in order
     * @param createdAt when it began
     */
    public record Item(ChatId chat, List<RoundRef> rounds, Instant createdAt) {

        public Item {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * A round in brief.
     *
     * @param number its place in the chat, from 1
     * @param id its id
     */
    public record RoundRef(int number, RoundId id) {}
}
