package com.ones1ght.application.access;

import com.ones1ght.domain.access.ApiKey;
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

    /** @param key the active key that was presented */
    record KeyHolder(ApiKey key) implements Principal {

        public KeyHolder {
            Require.notNull(key, "key");
        }

        @Override
        public Tenant tenant() {
            return key.tenant();
        }

        @Override
        public String id() {
            return key.id().toString();
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
