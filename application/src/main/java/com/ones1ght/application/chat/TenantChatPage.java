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
 * A page of the chats of all shoppers of a tenant.
 *
 * @param items none when the page is past the end
 * @param total how many chats there are
 * @param request which page it is
 */
public record TenantChatPage(List<Item> items, long total, PageRequest request) {

    public TenantChatPage {
        items = List.copyOf(items);
    }

    /**
     * A chat in brief.
     *
     * @param chat its id
     * @param profile whose it is
     * @param profileSummary what is told of the profile
     * @param createdAt when it began
     * @param rounds in order
     */
    public record Item(
            ChatId chat, ProfileId profile, ProfileSummary profileSummary, Instant createdAt, List<RoundRef> rounds) {

        public Item {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * A round in brief.
     *
     * @param number its place in the chat, from 1
     * @param id its id
     * @param state where it is in its life
     */
    public record RoundRef(int number, RoundId id, RoundState state) {}
}
