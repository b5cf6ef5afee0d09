package com.ones1ght.application.chat.port;

import com.ones1ght.application.chat.ChatHead;
import com.ones1ght.application.chat.ChatPage;
import com.ones1ght.application.chat.ChatView;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.recommendation.RoundResult;
import java.util.Optional;

/**
 * The chats, for reading. Each method is one statement on the database, whatever the size of the chat. What is not the
 * owner's is not found.
 */
public interface ChatQueries {

    /** A chat with all its rounds in order. */
    Optional<ChatView> chat(Owner owner, ProfileId profile, ChatId chat);

    /** One round, with the chat's head: {@link ChatView#rounds()} has that round alone. */
    Optional<ChatView> round(Owner owner, ProfileId profile, ChatId chat, RoundId round);

    /** What tells whether a chat has changed: versions and the summary, without documents. */
    Optional<ChatHead> head(Owner owner, ProfileId profile, ChatId chat);

    /** The values of a round's merged steps. */
    Optional<RoundResult> result(Owner owner, ProfileId profile, ChatId chat, RoundId round);

    /**
     * A page of the profile's chats, sorted by creation time, then by the text of the id; empty only if the profile does
     * not exist.
     */
    Optional<ChatPage> page(Owner owner, ProfileId profile, PageRequest page);

    /** What {@link ChatPage#extent} of that page is, without reading it; empty only if the profile does not exist. */
    Optional<ChatPage.Extent> extent(Owner owner, ProfileId profile, PageRequest page);
}
