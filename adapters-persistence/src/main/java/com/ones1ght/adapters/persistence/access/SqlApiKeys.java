package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.access.Tenant;
import com.ones1ght.domain.access.TenantId;
import com.ones1ght.domain.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The API keys with their tenants, in one statement each. */
final class SqlApiKeys implements ApiKeys {

    private static final String FIND = """
            SELECT k.id, k.line_id, k.type, k.key_prefix, k.scopes, k.created_at, k.expires_at, k.revoked_at,
                   t.id AS tenant_id, t.code, t.name, t.default_locale, t.open_api_enabled, t.session_flow
              FROM api_key k JOIN tenant t ON t.id = k.tenant_id
             WHERE k.key_hash = ?""";

    private static final String ADD = """
            INSERT INTO api_key (id, tenant_id, line_id, name, type, key_hash, key_prefix, scopes,
                                 created_at, expires_at, revoked_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (key_hash) DO NOTHING""";

    private final Sql sql;

    SqlApiKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ApiKey> find(KeyHash hash) {
        return findCurrent(hash);
    }

    @Override
    public Optional<ApiKey> findCurrent(KeyHash hash) {
        return sql.first(FIND, SqlApiKeys::read, hash.hex());
    }

    @Override
    public boolean addIfAbsent(ApiKey key, KeyHash hash, String name) {
        String scopes = key.scopes().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        return sql.update(
                        ADD,
                        key.id().value(),
                        key.tenant().id().value(),
                        key.line().value(),
                        name,
                        key.type().name(),
                        hash.hex(),
                        key.prefix(),
                        scopes,
                        key.createdAt(),
                        key.expiresAt(),
                        key.revokedAt())
                == 1;
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        Tenant tenant = new Tenant(
                new TenantId(Sql.uuid(row, "tenant_id")),
                row.getString("code"),
                row.getString("name"),
                Language.ofTag(row.getString("default_locale")).orElse(Language.DEFAULT),
                row.getBoolean("open_api_enabled"),
                StageFlowCodec.read(row.getString("session_flow")));
        return new ApiKey(
                new ApiKeyId(Sql.uuid(row, "id")),
                tenant,
                new KeyLine(Sql.uuid(row, "line_id")),
                KeyType.valueOf(row.getString("type")),
                row.getString("key_prefix"),
                scopes(row.getString("scopes")),
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "expires_at"),
                Sql.instantOrNull(row, "revoked_at"));
    }

    private static Set<Scope> scopes(String names) {
        return names.isEmpty()
                ? Set.of()
                : Arrays.stream(names.split(",")).map(Scope::valueOf).collect(Collectors.toSet());
    }
}
