package com.ones1ght.domain.access;

/** What an API key is for; each type has its own prefix. */
public enum KeyType {
    /** For the retailer's apps: {@code osk_}. */
    CLIENT_SDK("osk_"),
    /** For the retailer's administration: {@code oak_}. */
    ADMIN("oak_");

    private final String prefix;

    KeyType(String prefix) {
        this.prefix = prefix;
    }

    /** What every key of this type begins with. */
    public String prefix() {
        return prefix;
    }
}
