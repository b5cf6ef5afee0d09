package com.ones1ght.adapters.persistence.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Timestamp;
import java.util.UUID;

/** A row of {@code chat}. */
@Entity
@Table(name = "chat")
class ChatEntity {

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "tenant_id", updatable = false)
    UUID tenantId;

    @Column(name = "profile_id", updatable = false)
    UUID profileId;

    @Column(name = "created_at", updatable = false)
    Timestamp createdAt;

    /** For JPA. */
    protected ChatEntity() {}
}
