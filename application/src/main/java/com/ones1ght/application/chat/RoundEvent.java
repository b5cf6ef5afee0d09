package com.ones1ght.application.chat;

/**
 * What a follower of a round is told.
 *
 * @param position the step that is done, or the end of the run
 * @param now the round alone, as it is by now; it may be further than {@code position}
 */
public record RoundEvent(RoundPosition position, WatchedChat now) {}
