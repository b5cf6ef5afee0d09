package com.ones1ght.domain.model;

/** Whom a tenant's model serves; never both. */
public enum ModelType {
    /** The client API. */
    OPEN_API,
    /** The tenant's staff. */
    TENANT_CHAT
}
