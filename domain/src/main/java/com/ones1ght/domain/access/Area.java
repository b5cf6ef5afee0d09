package com.ones1ght.domain.access;

/** A part of the API, and the credentials that it accepts. */
public enum Area {
    /** Shoppers and their profiles: client keys with the scope {@link Scope#PROFILE}, and tokens with it. */
    PROFILE,
    /** New profiles, and tokens for existing ones: client keys with the scope {@link Scope#PROFILE}. */
    PROVISIONING,
    /** Chats, and the store: client keys with the scope {@link Scope#CHAT}, and tokens with it. */
    CHAT,
    /** A tenant's administration: its admin keys and its admins' tokens. */
    ADMIN,
    /** The installation's administration: the system key, if one is set. */
    SYSTEM,
    /** Everything else: any valid credential. */
    GENERAL;

    /** Whether it accepts an active key. Client keys are refused everywhere while their tenant's open API is off. */
    public boolean isOpenTo(ApiKey key) {
        boolean isClient = key.type() == KeyType.CLIENT_SDK && key.tenant().openApiEnabled();
        boolean isAdmin = key.type() == KeyType.ADMIN;
        return switch (this) {
            case PROFILE, PROVISIONING -> isClient && key.scopes().contains(Scope.PROFILE);
            case CHAT -> isClient && key.scopes().contains(Scope.CHAT);
            case ADMIN -> isAdmin;
            case SYSTEM -> false;
            case GENERAL -> isAdmin || isClient;
        };
    }

    /**
     * Whether it accepts the token of a profile.
     *
     * @param key the active key that issued the token, with the scopes of the token
     */
    public boolean isOpenToTokenOf(ApiKey key) {
        return this != PROVISIONING && isOpenTo(key);
    }

    /** Whether it accepts the token of a tenant's admin. */
    public boolean isOpenToAdmins() {
        return this == ADMIN || this == GENERAL;
    }

    /** Whether it accepts the operator's system key, which never gives access to a tenant's data. */
    public boolean isOpenToOperator() {
        return this == SYSTEM || this == GENERAL;
    }
}
