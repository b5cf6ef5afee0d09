package com.ones1ght.application.chat;

import com.ones1ght.application.chat.ChatView.ProfileSummary;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.List;

/**
 * A page of a tenant's chats.
 *
 * @param items empty when the page is past the end
 * @param total the number of chats that match
 * @param request the requested page
 */
public record TenantChatPage(List<Item> items, long total, PageRequest request) {

    public TenantChatPage {
        items = List.copyOf(items);
    }

    /**
     * A chat's summary.
     *
     * @param chat its id
     * @param profile the profile that it belongs to
     * @param profileSummary the profile's summary
     * @param createdAt when it was created
     * @param rounds in order
     */
    public record Item(
            ChatId chat, ProfileId profile, ProfileSummary profileSummary, Instant createdAt, List<RoundRef> rounds) {

        public Item {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * A round of a chat.
     *
     * @param number its place in the chat, from 1
     * @param id its id
     * @param state its current state
     */
    public record RoundRef(int number, RoundId id, RoundState state) {}
}
