package com.ones1ght.application.profile.port;

import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.profile.Profile;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The profiles. Somebody else's profile is not found. Takes part in the caller's transaction, if there is one. */
public interface Profiles extends ProfileQueries {

    /** Adds a profile with a new id. */
    void add(Profile profile);

    /** The profile that {@link #find} finds, locked against other changes until the end of the transaction. */
    Optional<Profile> lock(Owner owner, ProfileId id);

    /** Only what the gateway reads in the profile. */
    Optional<ProfileFacts> facts(Owner owner, ProfileId id);

    /**
     * The same, and the profile stays until the end of the transaction: it may be changed meanwhile, but not erased.
     * Whoever locks something that hangs on the profile holds the profile first, as an erasure does.
     */
    Optional<ProfileFacts> hold(Owner owner, ProfileId id);

    /** Replaces the content of a profile that exists. */
    void save(Profile profile);

    /**
     * Erases the profile and all that hangs on it: visits, chat sessions, chats, rounds, runs and what they gave. Runs under way
     * can write nothing more; those without a shopping list give their credit back.
     *
     * @return the erased chats
     */
    List<ChatId> erase(Owner owner, ProfileId id, Instant now);
}
