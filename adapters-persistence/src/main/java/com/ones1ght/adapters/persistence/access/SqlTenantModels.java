package com.ones1ght.adapters.persistence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.model.port.OpenApiModels;
import com.ones1ght.application.model.port.TenantModels;
import com.ones1ght.domain.model.ModelBackend;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.ModelType;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The tenants' models. What runs ask for is remembered for two seconds; whoever changes a model reads past that. */
final class SqlTenantModels implements TenantModels, OpenApiModels {

    static final Duration TIME_TO_LIVE = Duration.ofSeconds(2);

    private static final int MAX_TENANTS = 1_000;

    private static final String COLUMNS =
            "SELECT m.id, m.tenant_id, m.name, m.type, m.backend, m.url, m.model, m.secret_ref, m.active FROM tenant_model m";

    private static final String OF_TENANT = COLUMNS + " WHERE m.tenant_id = ? ORDER BY m.id";

    private static final String OPEN_API =
            COLUMNS + " JOIN tenant t ON t.id = m.tenant_id WHERE t.code = ? AND m.type = 'OPEN_API'";

    private static final String LOCK = "SELECT id FROM tenant WHERE id = ? FOR NO KEY UPDATE";

    private static final String SAVE = """
            INSERT INTO tenant_model (id, tenant_id, name, type, backend, url, model, secret_ref, active)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type, backend = excluded.backend,
                url = excluded.url, model = excluded.model, secret_ref = excluded.secret_ref, active = excluded.active""";

    private final Sql sql;
    private final Cache<String, List<TenantModel>> openApi;

    SqlTenantModels(Sql sql, Ticker ticker) {
        this.sql = sql;
        this.openApi = Caffeine.newBuilder()
                .maximumSize(MAX_TENANTS)
                .expireAfterWrite(TIME_TO_LIVE)
                .ticker(ticker)
                .build();
    }

    @Override
    public List<TenantModel> ofTenant(TenantId tenant) {
        return sql.all(OF_TENANT, SqlTenantModels::read, tenant.value());
    }

    @Override
    public List<TenantModel> lockOfTenant(TenantId tenant) {
        sql.first(LOCK, row -> true, tenant.value());
        return ofTenant(tenant);
    }

    @Override
    public void save(TenantModel model) {
        sql.update(
                SAVE,
                model.id().value(),
                model.tenant().value(),
                model.name(),
                model.type().name(),
                model.backend().name(),
                model.url(),
                model.model(),
                model.secretRef(),
                model.active());
    }

    @Override
    public void remove(TenantId tenant, ModelId model) {
        sql.update("DELETE FROM tenant_model WHERE tenant_id = ? AND id = ?", tenant.value(), model.value());
    }

    @Override
    public Optional<TenantModel> active(String tenantCode) {
        return openApi(tenantCode).stream().filter(TenantModel::active).findFirst();
    }

    @Override
    public Optional<TenantModel> byId(String tenantCode, ModelId model) {
        return openApi(tenantCode).stream()
                .filter(one -> one.id().equals(model))
                .findFirst();
    }

    private List<TenantModel> openApi(String tenantCode) {
        // Not computed inside of the cache: a database that hangs would hold a lock of it.
        List<TenantModel> known = openApi.getIfPresent(tenantCode);
        if (known == null) {
            known = sql.all(OPEN_API, SqlTenantModels::read, tenantCode);
            openApi.put(tenantCode, known);
        }
        return known;
    }

    private static TenantModel read(ResultSet row) throws SQLException {
        return new TenantModel(
                new ModelId(Sql.uuid(row, "id")),
                new TenantId(Sql.uuid(row, "tenant_id")),
                row.getString("name"),
                ModelType.valueOf(row.getString("type")),
                new ModelBackend(row.getString("backend")),
                row.getString("url"),
                row.getString("model"),
                row.getString("secret_ref"),
                row.getBoolean("active"));
    }
}
