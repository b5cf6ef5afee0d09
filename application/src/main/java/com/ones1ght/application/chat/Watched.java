package com.ones1ght.application.chat;

/** What a poll is answered with. */
public sealed interface Watched permits WatchedChat, Watched.Unchanged {

    /** The state that is shown, or would be. */
    ChatTag tag();

    /**
     * The client has it already; nothing was read but the head of the chat.
     *
     * @param tag the state that the client has
     */
    record Unchanged(ChatTag tag) implements Watched {}
}
