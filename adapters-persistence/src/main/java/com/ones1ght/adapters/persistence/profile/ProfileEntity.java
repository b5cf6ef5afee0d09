package com.ones1ght.adapters.persistence.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code profile}. */
@Entity
@Table(name = "profile")
@IdClass(ProfileKey.class)
class ProfileEntity {

    @Id
    @Column(name = "id")
    UUID id;

    @Id
    @Column(name = "tenant_id")
    UUID tenantId;

    @Column(name = "key_line_id", updatable = false)
    UUID keyLineId;

    @Column(name = "document")
    String document;

    @Column(name = "name")
    @Nullable
    String name;

    @Column(name = "gender")
    @Nullable
    String gender;

    @Column(name = "age")
    @Nullable
    Long age;

    @Column(name = "locale")
    @Nullable
    String locale;

    @Column(name = "persona")
    @Nullable
    String persona;

    @Column(name = "store_id")
    @Nullable
    String storeId;

    @Column(name = "additional")
    @Nullable
    String additional;

    @Column(name = "created_at", updatable = false)
    Timestamp createdAt;

    @Column(name = "updated_at")
    Timestamp updatedAt;

    /** Required by JPA. */
    protected ProfileEntity() {}
}
