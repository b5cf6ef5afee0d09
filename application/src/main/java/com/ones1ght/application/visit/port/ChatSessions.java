package com.ones1ght.application.visit.port;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.VisitId;
import java.time.Instant;
import java.util.Optional;

/** The chat sessions, for writing. Takes part in the caller's transaction, if there is one. */
public interface ChatSessions {

    /** Adds a session to a visit, which the caller has locked and which has none that has not ended. */
    void open(Owner owner, ProfileId profile, ChatSession session);

    /**
     * The visit's session that has not been ended, locked until the end of the transaction. It may have been idle for
     * too long without anybody having noticed: {@link ChatSession#isOver}.
     */
    Optional<ChatSession> lockOpen(Owner owner, ProfileId profile, VisitId visit);

    /** Replaces a session, which the caller has locked. */
    void save(Owner owner, ChatSession session);

    /** Prolongs a session as {@link ChatSession#polled} says, unless it has been ended, or prolonged further. */
    void prolong(Owner owner, ChatSession polled);

    /**
     * Ends all sessions, of any tenant, that have been idle for too long: at the time at which each of them became
     * so, each once, whatever other nodes do meanwhile.
     *
     * @return how many were ended by this call
     */
    int endIdle(Instant now);
}
