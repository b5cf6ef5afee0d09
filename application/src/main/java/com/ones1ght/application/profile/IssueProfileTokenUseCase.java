package com.ones1ght.application.profile;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.profile.ProfileToken;
import com.ones1ght.domain.shared.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issues a token with which an app may use one profile for a short time, without the tenant's key. */
public interface IssueProfileTokenUseCase {

    /**
     * @throws com.ones1ght.domain.shared.NotFoundException when the profile is not the key's
     */
    Issued issue(Command command);

    /**
     * @param key the client key that issues the token; not one that itself comes of a token
     * @param scopes as {@link ProfileToken#check} requires; null for all of the key's
     * @param term as {@link ProfileToken#check} requires
     * @param isTemporary whether the profile was made for this token, and is to be erased some time after the end of its
     *     last one
     */
    record Command(ApiKey key, ProfileId profile, @Nullable Set<Scope> scopes, Duration term, boolean isTemporary) {

        /** For a profile that stays. */
        public Command(ApiKey key, ProfileId profile, @Nullable Set<Scope> scopes, Duration term) {
            this(key, profile, scopes, term, false);
        }

        public Command {
            Require.notNull(key, "key");
            Require.notNull(profile, "profile");
            Require.notNull(term, "term");
            ProfileToken.check(key, scopes, term);
        }
    }

    /**
     * @param token the text that the app presents; a secret
     * @param expiresAt in whole seconds
     */
    record Issued(String token, Instant expiresAt) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Issued[expiresAt=" + expiresAt + "]";
        }
    }
}
