package com.ones1ght.adapters.persistence.access;

import com.ones1ght.domain.access.Tenant;
import com.ones1ght.domain.access.TenantId;
import com.ones1ght.domain.shared.Language;

/** Rows to tenants. */
final class TenantMapper {

    private TenantMapper() {}

    static Tenant toDomain(TenantEntity entity) {
        return new Tenant(
                new TenantId(entity.id),
                entity.code,
                entity.name,
                Language.ofTag(entity.defaultLocale).orElse(Language.DEFAULT),
                entity.openApiEnabled,
                StageFlowCodec.read(entity.sessionFlow));
    }
}
