package com.ones1ght.domain.audit;

/** The administrative changes that are audited. */
public enum AuditAction {
    TENANT_CREATED(Subject.TENANT),
    TENANT_CHANGED(Subject.TENANT),
    /** An operator granted or withdrew credits. */
    CREDITS_CHANGED(Subject.TENANT),
    SETTINGS_CHANGED(Subject.TENANT),
    KEY_CREATED(Subject.KEY),
    KEY_REVOKED(Subject.KEY),
    MODEL_CREATED(Subject.MODEL),
    MODEL_CHANGED(Subject.MODEL),
    MODEL_DELETED(Subject.MODEL),
    /** A parked delivery to a signage was queued again. */
    DELIVERY_RESENT(Subject.DELIVERY);

    private final Subject subject;

    AuditAction(Subject subject) {
        this.subject = subject;
    }

    /** What it changes. */
    public Subject subject() {
        return subject;
    }

    /** What an action can change. */
    public enum Subject {
        /** Identified by its code. */
        TENANT,
        KEY,
        MODEL,
        DELIVERY
    }
}
