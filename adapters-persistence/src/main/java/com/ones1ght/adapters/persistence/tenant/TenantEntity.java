package com.ones1ght.adapters.persistence.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code tenant}. */
@Entity
@Table(name = "tenant")
class TenantEntity {

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "code")
    String code;

    @Column(name = "name")
    String name;

    @Column(name = "default_locale")
    String defaultLocale;

    @Column(name = "open_api_enabled")
    boolean openApiEnabled;

    @Column(name = "session_flow")
    @Nullable
    String sessionFlow;

    @Column(name = "created_at")
    Timestamp createdAt;

    /** Required by JPA. */
    protected TenantEntity() {}
}
