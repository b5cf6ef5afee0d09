package com.ones1ght.application.visit;

import com.ones1ght.domain.shared.Require;
import java.time.Duration;

/**
 * What an operator may set about chat sessions.
 *
 * @param idle how long one lives in which nothing happens; above zero
 */
public record SessionRules(Duration idle) {

    public SessionRules {
        Require.notNull(idle, "chat-session.idle");
        Require.that(idle.compareTo(Duration.ZERO) > 0, "chat-session.idle", "be above zero");
    }
}
