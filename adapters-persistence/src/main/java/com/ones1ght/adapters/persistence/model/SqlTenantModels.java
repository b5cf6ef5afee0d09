package com.ones1ght.adapters.persistence.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.model.port.OpenApiModels;
import com.ones1ght.application.model.port.TenantModels;
import com.ones1ght.domain.model.ModelBackend;
import com.ones1ght.domain.model.ModelId;
import com.ones1ght.domain.model.ModelType;
import com.ones1ght.domain.model.TenantModel;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The tenants' models. Reads of runs are cached for two seconds; those of the administration are not. */
final class SqlTenantModels implements TenantModels, OpenApiModels {

    static final Duration TIME_TO_LIVE = Duration.ofSeconds(2);

    private static final int MAX_TENANTS = 1_000;

    private static final String SELECT = """
            SELECT m.id, m.tenant_id, m.name, m.type, m.backend, m.url, m.model, m.secret_ref, m.active
              FROM tenant_model m
            """;

    private static final String OF_TENANT = SELECT + " WHERE m.tenant_id = :tenant ORDER BY m.id";

    private static final String OPEN_API =
            SELECT + " JOIN tenant t ON t.id = m.tenant_id WHERE t.code = :code AND m.type = 'OPEN_API'";

    private static final String LOCK = "SELECT id FROM tenant WHERE id = :tenant FOR NO KEY UPDATE";

    private static final String SAVE = """
            INSERT INTO tenant_model (id, tenant_id, name, type, backend, url, model, secret_ref, active)
            VALUES (:model.id, :model.tenant, :model.name, :model.type, :model.backend, :model.url, :model.model,
                    :model.secretRef, :model.active)
            ON CONFLICT (id, tenant_id) DO UPDATE SET name = excluded.name, type = excluded.type, backend = excluded.backend,
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
        return sql.statement(OF_TENANT).bind("tenant", tenant).list(SqlTenantModels::model);
    }

    @Override
    public List<TenantModel> lockOfTenant(TenantId tenant) {
        sql.statement(LOCK).bind("tenant", tenant).exists();
        return ofTenant(tenant);
    }

    @Override
    public void save(TenantModel model) {
        sql.statement(SAVE).bind("model", model).update();
    }

    @Override
    public void remove(TenantId tenant, ModelId model) {
        sql.statement("DELETE FROM tenant_model WHERE tenant_id = :tenant AND id = :model")
                .bind("tenant", tenant)
                .bind("model", model)
                .update();
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
        // Not loaded by the cache, which would hold a lock while the database hangs.
        List<TenantModel> known = openApi.getIfPresent(tenantCode);
        if (known == null) {
            known = sql.statement(OPEN_API).bind("code", tenantCode).list(SqlTenantModels::model);
            openApi.put(tenantCode, known);
        }
        return known;
    }

    private static TenantModel model(Row row) {
        return new TenantModel(
                row.id("id", ModelId::new),
                row.id("tenant_id", TenantId::new),
                row.text("name"),
                row.constant("type", ModelType.class),
                new ModelBackend(row.text("backend")),
                row.textOrNull("url"),
                row.textOrNull("model"),
                row.textOrNull("secret_ref"),
                row.flag("active"));
    }
}
