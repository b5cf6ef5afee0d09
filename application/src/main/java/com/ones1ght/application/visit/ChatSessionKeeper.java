package com.ones1ght.application.visit;

import com.ones1ght.application.visit.port.ChatSessions;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.Visit;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.Optional;

/**
 * What the use cases of visits share about chat sessions. Everything takes part in the caller's transaction, which
 * holds the profile; locks are taken in the order visit, chat session, chat, run, round, balance.
 */
public final class ChatSessionKeeper {

    private final ChatSessions sessions;
    private final SessionRules rules;

    public ChatSessionKeeper(ChatSessions sessions, SessionRules rules) {
        this.sessions = sessions;
        this.rules = rules;
    }

    /** The session of the visit that is under way, locked. One that has been idle for too long is ended. */
    Optional<ChatSession> lockActive(Owner owner, ProfileId profile, VisitId visit, Instant now) {
        Optional<ChatSession> open = sessions.lockOpen(owner, profile, visit);
        Optional<ChatSession> active = open.filter(session -> !session.isOver(now));
        if (active.isEmpty()) {
            open.ifPresent(idle -> sessions.save(owner, idle.ended(ChatSession.Reason.IDLE, now)));
        }
        return active;
    }

    /** Something happened in the visit: its chat session, if it has one, lives on. */
    void touch(Owner owner, Visit visit, Instant now) {
        lockActive(owner, visit.profile(), visit.id(), now).ifPresent(session -> touch(owner, session, now));
    }

    /** Something happened in the session, which the caller has locked. */
    ChatSession touch(Owner owner, ChatSession session, Instant now) {
        ChatSession touched = session.active(now, rules.idle());
        sessions.save(owner, touched);
        return touched;
    }

    /**
     * Ends the chat session of a visit, if it has one. What still runs in its conversation goes on: the ads and coupons
     * that come of it are for the way through the store, which the shopper is on now.
     */
    void end(Owner owner, Visit visit, ChatSession.Reason reason, Instant now) {
        lockActive(owner, visit.profile(), visit.id(), now)
                .ifPresent(session -> sessions.save(owner, session.ended(reason, now)));
    }

    /** A session of this visit that the caller names, locked. */
    ChatSession require(Owner owner, ProfileId profile, VisitId visit, Instant now) {
        return lockActive(owner, profile, visit, now).orElseThrow(NotFoundException::new);
    }
}
