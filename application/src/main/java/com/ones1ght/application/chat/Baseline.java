package com.ones1ght.application.chat;

import java.util.List;

/**
 * What a polling client has already.
 *
 * @param tags the states that it has, among them perhaps the current one; empty if it has none that is known
 * @param any whether the client has some state, whichever it is
 */
public record Baseline(List<ChatTag> tags, boolean any) {

    /** The client has nothing. */
    public static final Baseline NONE = new Baseline(List.of(), false);

    /** The client has some state, and does not say which. */
    public static final Baseline ANY = new Baseline(List.of(), true);

    public Baseline {
        tags = List.copyOf(tags);
    }

    /** The client has these states. */
    public static Baseline of(List<ChatTag> tags) {
        return new Baseline(tags, false);
    }

    boolean isNone() {
        return tags.isEmpty() && !any;
    }

    /** Whether this state is nothing new to the client. */
    boolean has(ChatTag tag) {
        return any || tags.contains(tag);
    }

    /** Whether the client named a state with these rounds. */
    boolean hasRounds(long version) {
        return tags.stream().anyMatch(tag -> tag.rounds() == version);
    }
}
