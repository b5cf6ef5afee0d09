package com.ones1ght.domain.access;

import com.ones1ght.domain.shared.Require;

/**
 * The initiator of an administrative change, as the audit log records it.
 *
 * @param kind how the initiator was authenticated
 * @param id the id of the admin key, the subject of the token, or {@value #OPERATOR} for the system key
 * @param requestId the id of the request
 */
public record Actor(Kind kind, String id, String requestId) {

    private static final String OPERATOR = "operator";

    public Actor {
        Require.notNull(kind, "kind");
        Require.notBlank(id, "id");
        Require.notBlank(requestId, "requestId");
    }

    public static Actor ofKey(ApiKeyId key, String requestId) {
        return new Actor(Kind.ADMIN_KEY, key.toString(), requestId);
    }

    public static Actor ofToken(String subject, String requestId) {
        return new Actor(Kind.TOKEN, subject, requestId);
    }

    public static Actor operator(String requestId) {
        return new Actor(Kind.SYSTEM, OPERATOR, requestId);
    }

    /** The ways to authenticate. */
    public enum Kind {
        /** An admin key of the tenant. */
        ADMIN_KEY,
        /** A token of the identity provider. */
        TOKEN,
        /** The installation's system key. */
        SYSTEM
    }
}
