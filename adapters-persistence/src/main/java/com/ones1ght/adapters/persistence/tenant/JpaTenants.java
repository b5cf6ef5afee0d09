package com.ones1ght.adapters.persistence.tenant;

import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.tenant.TenantAccount;
import com.ones1ght.application.tenant.TenantSettings;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tenants. JPA reads them; SQL adds them, which nodes may do concurrently, and changes them under a row lock. */
final class JpaTenants implements Tenants {

    private static final String ADD = """
            WITH added AS (
                INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
                VALUES (:tenant.id, :tenant.code, :tenant.name, :tenant.defaultLanguage.code, :tenant.openApiEnabled,
                        :tenant.stageFlow, :now)
                ON CONFLICT (code) DO NOTHING
                RETURNING id)
            INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added""";

    private static final String LOCK =
            "SELECT " + TenantMapper.COLUMNS + " FROM tenant t WHERE t.code = :code FOR NO KEY UPDATE";

    private static final String SAVE = """
            UPDATE tenant
               SET name = :tenant.name, default_locale = :tenant.defaultLanguage.code,
                   open_api_enabled = :tenant.openApiEnabled, session_flow = :tenant.stageFlow
             WHERE id = :tenant.id""";

    private static final String SETTINGS =
            "SELECT default_locale, session_flow, signage_timeout_seconds FROM tenant WHERE id = :tenant";

    private static final String SAVE_SETTINGS = """
            UPDATE tenant
               SET default_locale = :settings.defaultLanguage.code, session_flow = :settings.stageFlow,
                   signage_timeout_seconds = :settings.signageTimeoutSeconds
             WHERE id = :tenant""";

    private static final String ACCOUNTS = "SELECT " + TenantMapper.COLUMNS
            + ", t.created_at, c.balance FROM tenant t JOIN tenant_credit c ON c.tenant_id = t.id";

    private final EntityManager entities;
    private final Sql sql;
    private final Transactions transactions;

    JpaTenants(EntityManager entities, Sql sql, Transactions transactions) {
        this.entities = entities;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public Optional<Tenant> byCode(String code) {
        // In a transaction: outside of one, EclipseLink retries a lost connection for ten seconds.
        return transactions.inTransaction(
                () -> entities.createQuery("SELECT t FROM TenantEntity t WHERE t.code = :code", TenantEntity.class)
                        .setParameter("code", code)
                        .getResultStream()
                        .findFirst()
                        .map(TenantMapper::toDomain));
    }

    @Override
    public boolean addIfAbsent(Tenant tenant, Instant now) {
        return sql.statement(ADD).bind("tenant", tenant).bind("now", now).update() == 1;
    }

    @Override
    public Optional<Tenant> lock(String code) {
        return sql.statement(LOCK).bind("code", code).first(TenantMapper::tenant);
    }

    @Override
    public void save(Tenant tenant) {
        sql.statement(SAVE).bind("tenant", tenant).update();
    }

    @Override
    public TenantAccount account(TenantId tenant) {
        return sql.statement(ACCOUNTS + " WHERE t.id = :tenant")
                .bind("tenant", tenant)
                .first(JpaTenants::account)
                .orElseThrow(() -> unknown(tenant));
    }

    @Override
    public List<TenantAccount> accounts() {
        return sql.statement(ACCOUNTS + " ORDER BY t.code COLLATE \"C\"").list(JpaTenants::account);
    }

    @Override
    public TenantSettings settings(TenantId tenant) {
        return settings(SETTINGS, tenant);
    }

    @Override
    public TenantSettings lockSettings(TenantId tenant) {
        return settings(SETTINGS + " FOR NO KEY UPDATE", tenant);
    }

    private TenantSettings settings(String query, TenantId tenant) {
        return sql.statement(query)
                .bind("tenant", tenant)
                .first(JpaTenants::settings)
                .orElseThrow(() -> unknown(tenant));
    }

    @Override
    public void saveSettings(TenantId tenant, TenantSettings settings) {
        sql.statement(SAVE_SETTINGS)
                .bind("tenant", tenant)
                .bind("settings", settings)
                .update();
    }

    private static IllegalStateException unknown(TenantId tenant) {
        return new IllegalStateException("Unknown tenant " + tenant);
    }

    private static TenantSettings settings(Row row) {
        return new TenantSettings(
                Language.ofCode(row.text("default_locale")).orElse(Language.DEFAULT),
                row.textOrNull("session_flow", TenantMapper::stageFlow),
                row.integerOrNull("signage_timeout_seconds"));
    }

    private static TenantAccount account(Row row) {
        return new TenantAccount(TenantMapper.tenant(row), row.number("balance"), row.instant("created_at"));
    }
}
