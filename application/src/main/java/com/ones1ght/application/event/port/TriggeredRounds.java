package com.ones1ght.application.event.port;

import com.ones1ght.application.event.TriggeredRound;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.event.Event;
import com.ones1ght.domain.profile.ProfileId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rounds that triggers are about. */
public interface TriggeredRounds {

    /**
     * The round as it was found last, which may be out of date, and its profile erased: for {@link EventLog#append} and
     * {@link SignageOutbox#append}, which make sure. Costs nothing; empty when it is not at hand.
     */
    Optional<TriggeredRound> lastFound(Owner owner, ProfileId profile, ChatId chat, RoundId round);

    /** A round of the owner's profile; empty when profile, chat or round is not the owner's. */
    Optional<TriggeredRound> find(Owner owner, ProfileId profile, ChatId chat, RoundId round);

    /**
     * The same. Takes part in the caller's transaction; until its end the profile stays, so that nothing is written about
     * a shopper who has been erased.
     */
    Optional<TriggeredRound> hold(Owner owner, ProfileId profile, ChatId chat, RoundId round);

    /**
     * The latest event of each of these recommendations in the round.
     *
     * @return in no particular order; none for a recommendation that has no event in the round
     */
    List<Event> latestEvents(TriggeredRound round, Collection<String> recIds);
}
