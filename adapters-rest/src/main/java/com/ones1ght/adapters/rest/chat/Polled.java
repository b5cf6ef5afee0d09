package com.ones1ght.adapters.rest.chat;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.application.chat.ChatTag;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a poll.
 *
 * @param tag the state that is shown; null for a chat session
 * @param answer null when the client has it already
 */
public record Polled(@Nullable ChatTag tag, @Nullable Answer answer) {}
