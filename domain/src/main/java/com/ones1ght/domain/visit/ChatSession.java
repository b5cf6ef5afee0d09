package com.ones1ght.domain.visit;

import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.shared.Require;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time within a visit in which a shopper asks for recommendations. It is known by the visit's id, has a
 * conversation of its own behind it, and ends by itself when nothing happens. A visit has one at a time; when that
 * has ended, another may follow, with another conversation.
 *
 * <p>Immutable.
 *
 * @param visit the visit that it belongs to
 * @param chat the conversation behind it, which begins with the first recommendation
 * @param openedAt when it was opened
 * @param activeAt when something last happened in it; polls may move it a little late, see {@link #polled}
 * @param idleAt when it ends by itself
 * @param ending how it ended; null while it has not
 */
public record ChatSession(
        VisitId visit,
        ChatId chat,
        Instant openedAt,
        Instant activeAt,
        Instant idleAt,
        @Nullable Ending ending) {

    /** By how much longer than asked a session may live after a poll, at the most. */
    private static final Duration MAX_SLACK = Duration.ofSeconds(30);

    /** The part of its idle time by which it may, so that a session with a short one does not live much longer. */
    private static final int SLACK_SHARE = 120;

    public ChatSession {
        Require.notNull(visit, "session_id");
        Require.notNull(chat, "chat_id");
        Require.notNull(openedAt, "opened_at");
        Require.notNull(activeAt, "active_at");
        Require.notNull(idleAt, "idle_at");
    }

    /** Why a session ended. */
    public enum Reason {
        /** The client ended it. */
        EXPLICIT,
        /** Nothing happened in it for too long. */
        IDLE,
        /** The shopper went on to a stage behind {@code CHAT}. */
        STAGE,
        /** The visit ended. */
        VISIT
    }

    /**
     * How a session ended.
     *
     * @param at when
     * @param reason why
     */
    public record Ending(Instant at, Reason reason) {

        public Ending {
            Require.notNull(at, "ended_at");
            Require.notNull(reason, "reason");
        }
    }

    /**
     * A session that begins now.
     *
     * @param idle how long it lives without activity; above zero
     */
    public static ChatSession opened(VisitId visit, ChatId chat, Instant now, Duration idle) {
        return new ChatSession(visit, chat, now, now, now.plus(idle), null);
    }

    /** Whether its time is over, whether or not anybody has noticed. */
    public boolean isOver(Instant now) {
        return ending != null || !now.isBefore(idleAt);
    }

    /** The session after something happened in it. The clocks of two nodes may differ; it never goes back in time. */
    public ChatSession active(Instant now, Duration idle) {
        Instant at = notBeforeLast(now);
        return new ChatSession(visit, chat, openedAt, at, at.plus(idle), ending);
    }

    /**
     * The session after a poll. Polls come twice a second and each would be a write, so a poll gives a little more
     * than asked, half a minute at the most, and those that come in that time change nothing: the session never ends
     * early.
     *
     * @return this session itself when there is nothing to change
     */
    public ChatSession polled(Instant now, Duration idle) {
        Instant wanted = now.plus(idle);
        return wanted.isAfter(idleAt)
                ? new ChatSession(visit, chat, openedAt, notBeforeLast(now), wanted.plus(slack(idle)), ending)
                : this;
    }

    private static Duration slack(Duration idle) {
        Duration share = idle.dividedBy(SLACK_SHARE);
        return share.compareTo(MAX_SLACK) < 0 ? share : MAX_SLACK;
    }

    /**
     * The session, ended; one that had ended before stays as it was, and an idle one ended of its idleness. Anything
     * else that ends it is the last thing that happened in it.
     */
    public ChatSession ended(Reason reason, Instant now) {
        if (ending != null) {
            return this;
        }
        if (isOver(now)) {
            return new ChatSession(visit, chat, openedAt, activeAt, idleAt, new Ending(idleAt, Reason.IDLE));
        }
        Instant at = notBeforeLast(now);
        return new ChatSession(visit, chat, openedAt, at, idleAt, new Ending(at, reason));
    }

    private Instant notBeforeLast(Instant now) {
        return now.isBefore(activeAt) ? activeAt : now;
    }
}
