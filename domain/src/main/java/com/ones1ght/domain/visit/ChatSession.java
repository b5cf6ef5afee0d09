package com.ones1ght.domain.visit;

import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.shared.Require;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The period within a visit during which a shopper asks for recommendations. It is identified by the visit's id, has its
 * own chat, and expires when idle. A visit has at most one at a time; after it has ended, another may follow, with
 * another chat. Immutable.
 *
 * @param chat its chat, which begins with the first recommendation
 * @param activeAt the last activity; polls may update it late, see {@link #polled}
 * @param idleAt when it expires
 * @param ending null while it has not ended
 */
public record ChatSession(
        VisitId visit,
        ChatId chat,
        Instant openedAt,
        Instant activeAt,
        Instant idleAt,
        @Nullable Ending ending) {

    /** The most by which a poll may prolong a session beyond its idle time. */
    private static final Duration MAX_SLACK = Duration.ofSeconds(30);

    /** That prolongation is at most this fraction of the idle time. */
    private static final int SLACK_SHARE = 120;

    public ChatSession {
        Require.notNull(visit, "visit");
        Require.notNull(chat, "chat");
        Require.notNull(openedAt, "openedAt");
        Require.notNull(activeAt, "activeAt");
        Require.notNull(idleAt, "idleAt");
    }

    /** Why a session ended. */
    public enum Reason {
        /** The client ended it. */
        EXPLICIT,
        /** It had no activity for its idle time. */
        IDLE,
        /** The shopper went on to a stage after {@code CHAT}. */
        STAGE,
        /** The visit ended. */
        VISIT
    }

    /** When and why a session ended. */
    public record Ending(Instant at, Reason reason) {

        public Ending {
            Require.notNull(at, "at");
            Require.notNull(reason, "reason");
        }
    }

    /**
     * A new session.
     *
     * @param idle the time without activity after which it expires; above zero
     */
    public static ChatSession opened(VisitId visit, ChatId chat, Instant now, Duration idle) {
        return new ChatSession(visit, chat, now, now, now.plus(idle), null);
    }

    /** Whether it has ended or expired. */
    public boolean isOver(Instant now) {
        return ending != null || !now.isBefore(idleAt);
    }

    /** The session after an activity. The clocks of nodes may differ; {@code activeAt} never goes back. */
    public ChatSession active(Instant now, Duration idle) {
        Instant at = notBeforeLast(now);
        return new ChatSession(visit, chat, openedAt, at, at.plus(idle), ending);
    }

    /**
     * The session after a poll. Polls come twice a second and each would be a write; so a poll prolongs the session by a
     * little more than its idle time, and polls within that surplus change nothing. A session never expires early.
     *
     * @return this session itself when nothing changes
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
     * The session, ended. One that has already ended stays as it is; one that has expired ends as idle; otherwise the end
     * is its last activity.
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
