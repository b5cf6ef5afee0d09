package com.ones1ght.domain.profile;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Require;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a profile token says: for a short time its bearer may do what the key that issued it may do, with one profile
 * alone. It is stored nowhere; it ends by itself, and together with its key.
 *
 * @param key the key that issued it
 * @param profile the only profile that exists for its bearer
 * @param scopes the parts of the client API that it may use, at least one
 * @param issuedAt in whole seconds
 * @param expiresAt in whole seconds, at most {@link #MAX_TERM} later; from this instant on it is invalid
 */
public record ProfileToken(ApiKeyId key, ProfileId profile, Set<Scope> scopes, Instant issuedAt, Instant expiresAt) {

    /** What every token begins with. */
    public static final String PREFIX = "ost_";

    public static final Duration MIN_TERM = Duration.ofMinutes(1);
    public static final Duration DEFAULT_TERM = Duration.ofMinutes(15);
    public static final Duration MAX_TERM = Duration.ofHours(1);

    public ProfileToken {
        Require.notNull(key, "key");
        Require.notNull(profile, "profile");
        scopes = Set.copyOf(scopes);
        Require.that(!scopes.isEmpty(), "scopes", "not be empty");
        Require.that(isWhole(issuedAt) && isWhole(expiresAt), "the times", "be whole seconds");
        Require.that(
                !expiresAt.isBefore(issuedAt) && !expiresAt.isAfter(issuedAt.plus(MAX_TERM)),
                "expiry",
                "be within the longest term");
    }

    /**
     * Checks what a new token is to be.
     *
     * @param scopes some of the key's; null for all of them
     * @param term from {@link #MIN_TERM} to {@link #MAX_TERM}
     * @throws InvalidRequestException when the scopes are none, or not all the key's, or the term is out of bounds
     */
    public static void check(ApiKey key, @Nullable Set<Scope> scopes, Duration term) {
        if (term.compareTo(MIN_TERM) < 0 || term.compareTo(MAX_TERM) > 0) {
            throw new InvalidRequestException(
                    "expiresInSeconds", "must be from " + MIN_TERM.toSeconds() + " to " + MAX_TERM.toSeconds());
        }
        if (scopes != null && (scopes.isEmpty() || !key.scopes().containsAll(scopes))) {
            throw new InvalidRequestException("scopes", "must be one or more of those of the key");
        }
    }

    /** A new token, which does not outlive its key; its scopes and term satisfy {@link #check}. */
    public static ProfileToken issue(
            ApiKey key, ProfileId profile, @Nullable Set<Scope> scopes, Duration term, Instant now) {
        check(key, scopes, term);
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        Instant end = start.plus(term);
        Instant keyEnd = key.expiresAt() == null ? end : key.expiresAt().truncatedTo(ChronoUnit.SECONDS);
        return new ProfileToken(
                key.id(), profile, scopes == null ? key.scopes() : scopes, start, keyEnd.isBefore(end) ? keyEnd : end);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /**
     * The key as the token's bearer holds it: with the token's scopes, and with no profile at all where it is about
     * another one than the token's.
     *
     * @param asked the profile of a request; null when it is about none
     */
    public ApiKey keyFor(ApiKey issuer, @Nullable ProfileId asked) {
        ApiKey narrowed = issuer.narrowedTo(scopes);
        return profile.equals(asked) ? narrowed : narrowed.withoutProfiles();
    }

    private static boolean isWhole(Instant instant) {
        return instant.getNano() == 0;
    }
}
