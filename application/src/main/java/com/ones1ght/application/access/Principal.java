package com.ones1ght.application.access;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.Tenant;
import com.ones1ght.domain.shared.Require;

/** Who has been let in. */
public sealed interface Principal {

    /** @param key the active key that was presented */
    record KeyHolder(ApiKey key) implements Principal {

        public KeyHolder {
            Require.notNull(key, "key");
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
    }

    /** Who runs the whole installation. */
    record Operator() implements Principal {}
}
