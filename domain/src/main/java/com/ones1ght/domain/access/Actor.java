package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;

/**
 * Who changes something in the administration, and by which request: what the audit log keeps of them.
 *
 * @param kind how they have shown who they are
 * @param id of an admin key its id, of a token its subject, of the operator nothing but {@value #OPERATOR}
 * @param requestId names the request, as its answer does
 */
public record Actor(Kind kind, String id, String requestId) {

    private static final String OPERATOR = "operator";

    public Actor {
        Require.notNull(kind, "actor");
        Require.notBlank(id, "actor_id");
        Require.notBlank(requestId, "request_id");
    }

    /** Whoever holds an admin key. */
    public static Actor ofKey(ApiKeyId key, String requestId) {
        return new Actor(Kind.ADMIN_KEY, key.toString(), requestId);
    }

    /** Whoever an identity provider has named in a token. */
    public static Actor ofToken(String subject, String requestId) {
        return new Actor(Kind.TOKEN, subject, requestId);
    }

    /** Whoever holds the system key. */
    public static Actor operator(String requestId) {
        return new Actor(Kind.SYSTEM, OPERATOR, requestId);
    }

    /** The ways to show who one is. */
    public enum Kind {
        /** An admin key of the tenant. */
        ADMIN_KEY,
        /** A token of the identity provider. */
        TOKEN,
        /** The system key of the installation. */
        SYSTEM
    }
}
