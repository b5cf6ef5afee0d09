package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows to tenants. */
final class TenantMapper {

    /** What {@link #read} reads, of the table under the name {@code t}. */
    static final String COLUMNS = "t.id AS tenant_id, t.code, t.name AS tenant_name, t.default_locale,"
            + " t.open_api_enabled, t.session_flow";

    private TenantMapper() {}

    static Tenant toDomain(TenantEntity entity) {
        return new Tenant(
                new TenantId(entity.id),
                entity.code,
                entity.name,
                Language.ofCode(entity.defaultLocale).orElse(Language.DEFAULT),
                entity.openApiEnabled,
                StageFlowCodec.read(entity.sessionFlow));
    }

    static Tenant read(ResultSet row) throws SQLException {
        return new Tenant(
                new TenantId(Sql.uuid(row, "tenant_id")),
                row.getString("code"),
                row.getString("tenant_name"),
                Language.ofCode(row.getString("default_locale")).orElse(Language.DEFAULT),
                row.getBoolean("open_api_enabled"),
                StageFlowCodec.read(row.getString("session_flow")));
    }
}
