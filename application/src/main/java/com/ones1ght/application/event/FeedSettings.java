package com.ones1ght.application.event;

import com.ones1ght.domain.shared.Require;
import java.time.Duration;

/**
 * How often the feed looks for new events.
 *
 * @param tick after which it looks by itself, whatever it is told
 * @param pace at least from one look to the next that this node's own events ask for: under load, a look reads the events
 *     of all requests since the last one. The first event after a pause is not delayed
 */
public record FeedSettings(Duration tick, Duration pace) {

    /** How many events are read at once, of each tenant. */
    static final int PAGE = 100;

    /**
     * How long an event is kept at hand for followers that lag a little; whoever lags more reads the log. Short, since
     * a node that misses the signal of an erasure has what was erased for so long.
     */
    static final Duration AT_HAND = Duration.ofSeconds(10);

    public FeedSettings {
        Require.that(tick.compareTo(Duration.ZERO) > 0, "stream.tick", "be above zero");
    }
}
