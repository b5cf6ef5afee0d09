package com.ones1ght.domain.model;

/** Who a tenant's model may work for. The two are kept apart: neither ever serves the other's callers. */
public enum ModelType {
    /** The client API, whose keys are in the hands of apps. */
    OPEN_API,
    /** The tenant's own staff. */
    TENANT_CHAT
}
