package com.ones1ght.adapters.persistence.access;

import com.ones1ght.domain.access.Tenant;
import com.ones1ght.domain.access.TenantId;
import com.ones1ght.domain.shared.Language;
import java.sql.Timestamp;
import java.time.Instant;

/** Tenants to rows and back. */
final class TenantMapper {

    private TenantMapper() {}

    static TenantEntity toEntity(Tenant tenant, Instant createdAt) {
        TenantEntity entity = new TenantEntity();
        entity.id = tenant.id().value();
        entity.code = tenant.code();
        entity.name = tenant.name();
        entity.defaultLocale = tenant.defaultLanguage().code();
        entity.openApiEnabled = tenant.openApiEnabled();
        entity.createdAt = Timestamp.from(createdAt);
        return entity;
    }

    static Tenant toDomain(TenantEntity entity) {
        return new Tenant(
                new TenantId(entity.id),
                entity.code,
                entity.name,
                Language.ofTag(entity.defaultLocale).orElse(Language.DEFAULT),
                entity.openApiEnabled);
    }
}
