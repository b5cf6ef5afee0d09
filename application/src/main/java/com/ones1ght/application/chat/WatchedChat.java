package com.ones1ght.application.chat;

import com.ones1ght.application.shared.JsonFragment;

/**
 * What a poll, or a change of a round, is answered with.
 *
 * @param chat the chat; with one round only, if one was requested
 * @param couponSpots the store's coupon spots at present, a JSON array, the same for every round
 */
public record WatchedChat(ChatView chat, JsonFragment couponSpots) implements Watched {

    @Override
    public ChatTag tag() {
        return ChatTag.of(chat.version(), chat.profileSummary(), couponSpots);
    }
}
