package com.ones1ght.domain.audit;

/** What of the administration is written down, and what it is done to. */
public enum AuditAction {
    TENANT_CREATED(Subject.TENANT),
    TENANT_CHANGED(Subject.TENANT),
    /** Credits were given or taken by hand. */
    CREDITS_CHANGED(Subject.TENANT),
    SETTINGS_CHANGED(Subject.TENANT),
    KEY_CREATED(Subject.KEY),
    KEY_REVOKED(Subject.KEY),
    MODEL_CREATED(Subject.MODEL),
    MODEL_CHANGED(Subject.MODEL),
    MODEL_DELETED(Subject.MODEL),
    /** What a signage could not be told is tried again. */
    DELIVERY_RESENT(Subject.DELIVERY);

    private final Subject subject;

    AuditAction(Subject subject) {
        this.subject = subject;
    }

    /** What it is done to. */
    public Subject subject() {
        return subject;
    }

    /** What something can be done to. */
    public enum Subject {
        /** Named by its code. */
        TENANT,
        /** Named by its id. */
        KEY,
        /** Named by its id. */
        MODEL,
        /** Named by its id. */
        DELIVERY;
    }
}
