package com.ones1ght.application.access;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.profile.ProfileToken;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/** Who has been let in. */
public sealed interface Principal {

    /** Whom it belongs to; null for the operator, who belongs to no tenant. */
    @Nullable
    Tenant tenant();

    /** Tells it from every other principal of the installation. Not a secret. */
    String id();

    /** Whoever may use the client API, with a key or with a token of one. */
    sealed interface Client extends Principal {

        /** The active key, either presented or the one that issued the token. */
        ApiKey key();

        /**
         * The key with which to answer a request about a profile. For the bearer of another profile's token it owns
         * nothing, so that the profile is looked for like an unknown one, and not found.
         *
         * @param profile null when the request is about none
         */
        ApiKey keyFor(@Nullable ProfileId profile);

        @Override
        default Tenant tenant() {
            return key().tenant();
        }
    }

    /** @param key the active key that was presented */
    record KeyHolder(ApiKey key) implements Client {

        public KeyHolder {
            Require.notNull(key, "key");
        }

        @Override
        public ApiKey keyFor(@Nullable ProfileId profile) {
            return key;
        }

        @Override
        public String id() {
            return key.id().toString();
        }
    }

    /**
     * The bearer of a profile's token.
     *
     * @param key the active key that issued the token
     * @param token a token that is valid now
     */
    record ProfileTokenHolder(ApiKey key, ProfileToken token) implements Client {

        public ProfileTokenHolder {
            Require.notNull(key, "key");
            Require.notNull(token, "token");
        }

        @Override
        public ApiKey keyFor(@Nullable ProfileId profile) {
            return token.keyFor(key, profile);
        }

        /** The same for all tokens of the profile: an app that renews its token remains the same principal. */
        @Override
        public String id() {
            return "profile/" + token.profile();
        }
    }

    /**
     * Whoever an identity provider has made an admin of a tenant.
     *
     * @param tenant whose admin
     * @param subject whom the token names
     */
    record TokenHolder(Tenant tenant, String subject) implements Principal {

        public TokenHolder {
            Require.notNull(tenant, "tenant");
            Require.notBlank(subject, "sub");
        }

        @Override
        public String id() {
            return "token/" + tenant.code() + "/" + subject;
        }
    }

    /** Who runs the whole installation. */
    record Operator() implements Principal {

        @Override
        public @Nullable Tenant tenant() {
            return null;
        }

        @Override
        public String id() {
            return "operator";
        }
    }
}
