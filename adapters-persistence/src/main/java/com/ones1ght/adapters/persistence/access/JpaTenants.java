package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.tenant.TenantAccount;
import com.ones1ght.application.tenant.TenantSettings;
import com.ones1ght.application.tenant.port.Tenants;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tenants: read by JPA, added by a statement that several nodes may send at once, locked and changed by plain ones. */
final class JpaTenants implements Tenants {

    private static final String ADD = """
            WITH added AS (
                INSERT INTO tenant (id, code, name, default_locale, open_api_enabled, session_flow, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (code) DO NOTHING
                RETURNING id)
            INSERT INTO tenant_credit (tenant_id, balance) SELECT id, 0 FROM added""";

    private static final String LOCK =
            "SELECT " + TenantMapper.COLUMNS + " FROM tenant t WHERE t.code = ? FOR NO KEY UPDATE";

    private static final String SAVE = """
            UPDATE tenant SET name = ?, default_locale = ?, open_api_enabled = ?, session_flow = ? WHERE id = ?""";

    private static final String SETTINGS =
            "SELECT default_locale, session_flow, signage_timeout_seconds FROM tenant WHERE id = ?";

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
        // In a transaction: outside of one, EclipseLink tries a lost database again for ten seconds.
        return transactions.inTransaction(
                () -> entities.createQuery("SELECT t FROM TenantEntity t WHERE t.code = :code", TenantEntity.class)
                        .setParameter("code", code)
                        .getResultStream()
                        .findFirst()
                        .map(TenantMapper::toDomain));
    }

    @Override
    public boolean addIfAbsent(Tenant tenant, Instant now) {
        return sql.update(
                        ADD,
                        tenant.id().value(),
                        tenant.code(),
                        tenant.name(),
                        tenant.defaultLanguage().code(),
                        tenant.openApiEnabled(),
                        StageFlowCodec.write(tenant.stageFlow()),
                        now)
                == 1;
    }

    @Override
    public Optional<Tenant> lock(String code) {
        return sql.first(LOCK, TenantMapper::read, code);
    }

    @Override
    public void save(Tenant tenant) {
        sql.update(
                SAVE,
                tenant.name(),
                tenant.defaultLanguage().code(),
                tenant.openApiEnabled(),
                StageFlowCodec.write(tenant.stageFlow()),
                tenant.id().value());
    }

    @Override
    public TenantAccount account(TenantId tenant) {
        return sql.first(ACCOUNTS + " WHERE t.id = ?", JpaTenants::readAccount, tenant.value())
                .orElseThrow(() -> new IllegalStateException("There is no tenant " + tenant));
    }

    @Override
    public List<TenantAccount> accounts() {
        return sql.all(ACCOUNTS + " ORDER BY t.code COLLATE \"C\"", JpaTenants::readAccount);
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
        return sql.first(query, JpaTenants::readSettings, tenant.value())
                .orElseThrow(() -> new IllegalStateException("There is no tenant " + tenant));
    }

    @Override
    public void saveSettings(TenantId tenant, TenantSettings settings) {
        sql.update(
                "UPDATE tenant SET default_locale = ?, session_flow = ?, signage_timeout_seconds = ? WHERE id = ?",
                settings.defaultLanguage().code(),
                StageFlowCodec.write(settings.stageFlow()),
                settings.signageTimeoutSeconds(),
                tenant.value());
    }

    private static TenantSettings readSettings(ResultSet row) throws SQLException {
        Long timeout = Sql.longOrNull(row, "signage_timeout_seconds");
        return new TenantSettings(
                Language.ofCode(row.getString("default_locale")).orElse(Language.DEFAULT),
                StageFlowCodec.read(row.getString("session_flow")),
                timeout == null ? null : timeout.intValue());
    }

    private static TenantAccount readAccount(ResultSet row) throws SQLException {
        return new TenantAccount(TenantMapper.read(row), row.getLong("balance"), Sql.instant(row, "created_at"));
    }
}
