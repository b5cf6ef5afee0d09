package com.ones1ght.domain.access;

/** A part of the API, and which credentials open it. */
public enum Area {
    /** Shoppers and their profiles: client keys with the scope {@link Scope#PROFILE}. */
    PROFILE,
    /** Conversations: client keys with the scope {@link Scope#CHAT}. */
    CHAT,
    /** A tenant's administration: admin keys and admins' tokens. */
    ADMIN,
    /** The installation's administration: the system key; nothing while none is set. */
    SYSTEM,
    /** Whatever else there is: any credential that opens something. */
    GENERAL;

    /** Whether an active key opens this area. Client keys open nothing while their tenant's open API is off. */
    public boolean isOpenTo(ApiKey key) {
        boolean isClient = key.type() == KeyType.CLIENT_SDK && key.tenant().openApiEnabled();
        boolean isAdmin = key.type() == KeyType.ADMIN;
        return switch (this) {
            case PROFILE -> isClient && key.scopes().contains(Scope.PROFILE);
            case CHAT -> isClient && key.scopes().contains(Scope.CHAT);
            case ADMIN -> isAdmin;
            case SYSTEM -> false;
            case GENERAL -> isAdmin || isClient;
        };
    }

    /** Whether the token of a tenant's admin opens this area. */
    public boolean isOpenToAdmins() {
        return this == ADMIN || this == GENERAL;
    }

    /** Whether the operator's system key opens this area: never a tenant's data. */
    public boolean isOpenToOperator() {
        return this == SYSTEM || this == GENERAL;
    }
}
