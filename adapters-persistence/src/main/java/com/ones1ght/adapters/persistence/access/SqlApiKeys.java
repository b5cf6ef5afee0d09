package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.access.StoredKey;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The API keys with their tenants, in one statement each; locking takes one more. */
final class SqlApiKeys implements ApiKeys {

    private static final String SELECT =
            """
            SELECT k.id, k.line_id, k.name AS key_name, k.type, k.key_prefix, k.scopes, k.created_at, k.expires_at,
                   k.revoked_at, k.last_used_at,\s""" + TenantMapper.COLUMNS + " FROM api_key k JOIN tenant t ON t.id = k.tenant_id";

    private static final String FIND = SELECT + " WHERE k.key_hash = ?";

    private static final String OF_TENANT = SELECT + " WHERE k.tenant_id = ? ORDER BY k.created_at, k.id";

    /** A statement of its own: one that waited for the lock would still see the keys as they were before. */
    private static final String LOCK = "SELECT id FROM tenant WHERE id = ? FOR NO KEY UPDATE";

    /** Rows are locked in one order, so that nodes that store the same keys do not wait for each other in a circle. */
    private static final String NOTE_USES = """
            WITH used AS (
                SELECT k.id, timestamptz 'epoch' + u.used_at * interval '1 microsecond' AS used_at
                  FROM unnest(?, ?) AS u (id, used_at) JOIN api_key k ON k.id = u.id
                 ORDER BY k.id FOR NO KEY UPDATE OF k)
            UPDATE api_key k SET last_used_at = greatest(k.last_used_at, used.used_at) FROM used WHERE k.id = used.id""";

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

    @Override
    public List<StoredKey> ofTenant(TenantId tenant) {
        return sql.all(OF_TENANT, SqlApiKeys::readStored, tenant.value());
    }

    @Override
    public List<StoredKey> lockOfTenant(TenantId tenant) {
        sql.first(LOCK, row -> true, tenant.value());
        return ofTenant(tenant);
    }

    @Override
    public void saveRevoked(ApiKey key) {
        sql.update(
                "UPDATE api_key SET revoked_at = ? WHERE id = ?",
                key.revokedAt(),
                key.id().value());
    }

    @Override
    public void noteUses(Map<ApiKeyId, Instant> uses) {
        List<ApiKeyId> ids = List.copyOf(uses.keySet());
        sql.update(
                NOTE_USES,
                ids.stream().map(ApiKeyId::value).toArray(UUID[]::new),
                ids.stream().map(id -> Sql.micros(uses.get(id))).toArray(Long[]::new));
    }

    @Override
    public void forget() {
        // Remembers nothing.
    }

    private static StoredKey readStored(ResultSet row) throws SQLException {
        return new StoredKey(read(row), row.getString("key_name"), Sql.instantOrNull(row, "last_used_at"));
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                new ApiKeyId(Sql.uuid(row, "id")),
                TenantMapper.read(row),
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
