package com.ones1ght.adapters.rest.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.ones1ght.adapters.rest.shared.PageInfo;
import com.ones1ght.adapters.rest.shared.Timestamps;
import com.ones1ght.application.chat.ChatPage;
import java.util.List;

/** A page of chats on the wire. */
record ChatListReply(
        List<Item> items, @JsonProperty("pageInfo") PageInfo pageInfo) {

    static ChatListReply from(ChatPage page) {
        return new ChatListReply(
                page.items().stream().map(Item::from).toList(), PageInfo.from(page.total(), page.request()));
    }

    /** A chat's summary. */
    record Item(String chatId, int totalRounds, List<RoundRef> rounds, String createdAt) {

        static Item from(ChatPage.Item item) {
            return new Item(
                    item.chat().toString(),
                    item.rounds().size(),
                    item.rounds().stream().map(RoundRef::from).toList(),
                    Timestamps.seconds(item.createdAt()));
        }
    }

    /** A round of a chat. */
    record RoundRef(int roundNo, String roundId) {

        static RoundRef from(ChatPage.RoundRef round) {
            return new RoundRef(round.number(), round.id().toString());
        }
    }
}
