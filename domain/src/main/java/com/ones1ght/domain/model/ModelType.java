package com.ones1ght.domain.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who a tenant's model may work for. The two are kept apart: neither ever serves the other's callers. */
public enum ModelType {
    /** The client API, whose keys are in the hands of apps. */
    OPEN_API,
    /** The tenant's own staff. */
    TENANT_CHAT;

    /** The word on the wire: {@code open_api} or {@code tenant_chat}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of this word, which is told apart by case. */
    public static Optional<ModelType> ofTag(String tag) {
        return Arrays.stream(values()).filter(type -> type.tag().equals(tag)).findFirst();
    }
}
