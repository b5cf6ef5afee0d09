package com.ones1ght.adapters.persistence.tenant;

import com.ones1ght.adapters.persistence.shared.RecordJson;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.StageFlow;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;

/** Maps rows to tenants. */
public final class TenantMapper {

    /** The columns that {@link #tenant} reads, of {@code tenant t}. */
    public static final String COLUMNS = "t.id AS tenant_id, t.code, t.name AS tenant_name, t.default_locale,"
            + " t.open_api_enabled, t.session_flow";

    private TenantMapper() {}

    static Tenant toDomain(TenantEntity entity) {
        return new Tenant(
                new TenantId(entity.id),
                entity.code,
                entity.name,
                Language.ofCode(entity.defaultLocale).orElse(Language.DEFAULT),
                entity.openApiEnabled,
                entity.sessionFlow == null ? null : stageFlow(entity.sessionFlow));
    }

    /** The tenant in a row with {@link #COLUMNS}. */
    public static Tenant tenant(Row row) {
        return new Tenant(
                row.id("tenant_id", TenantId::new),
                row.text("code"),
                row.text("tenant_name"),
                Language.ofCode(row.text("default_locale")).orElse(Language.DEFAULT),
                row.flag("open_api_enabled"),
                row.textOrNull("session_flow", TenantMapper::stageFlow));
    }

    /** @param json the names of its stages */
    static StageFlow stageFlow(String json) {
        return new StageFlow(List.of(RecordJson.read(json, String[].class)));
    }
}
