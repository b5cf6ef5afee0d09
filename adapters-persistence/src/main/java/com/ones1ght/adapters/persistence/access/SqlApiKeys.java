package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Row;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.tenant.TenantMapper;
import com.ones1ght.application.access.StoredKey;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.tenant.TenantId;
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

    private static final String SELECT = """
            SELECT k.id, k.line_id, k.name AS key_name, k.type, k.key_prefix, k.scopes, k.created_at, k.expires_at,
                   k.revoked_at, k.last_used_at, %s
              FROM api_key k JOIN tenant t ON t.id = k.tenant_id
            """.formatted(TenantMapper.COLUMNS);

    private static final String FIND = SELECT + " WHERE k.key_hash = :hash";

    private static final String FIND_BY_ID = SELECT + " WHERE k.id = :id";

    private static final String OF_TENANT = SELECT + " WHERE k.tenant_id = :tenant ORDER BY k.created_at, k.id";

    /** A separate statement: a single one that waited for the lock would still see the keys from before. */
    private static final String LOCK = "SELECT id FROM tenant WHERE id = :tenant FOR NO KEY UPDATE";

    /** Locks rows in a fixed order, so that nodes that store the same keys cannot deadlock. */
    private static final String NOTE_USES = """
            WITH used AS (
                SELECT k.id, u.used_at
                  FROM unnest(:ids, :usedAt) AS u (id, used_at) JOIN api_key k ON k.id = u.id
                 ORDER BY k.id FOR NO KEY UPDATE OF k)
            UPDATE api_key k SET last_used_at = greatest(k.last_used_at, used.used_at) FROM used WHERE k.id = used.id""";

    private static final String ADD = """
            INSERT INTO api_key (id, tenant_id, line_id, name, type, key_hash, key_prefix, scopes,
                                 created_at, expires_at, revoked_at)
            VALUES (:key.id, :key.tenant.id, :key.line, :name, :key.type, :hash, :key.prefix, :scopes,
                    :key.createdAt, :key.expiresAt, :key.revokedAt)
            ON CONFLICT DO NOTHING""";

    private final Sql sql;

    SqlApiKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ApiKey> find(KeyHash hash) {
        return findCurrent(hash);
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
        return findCurrent(id);
    }

    @Override
    public Optional<ApiKey> findCurrent(KeyHash hash) {
        return sql.statement(FIND).bind("hash", hash.hex()).first(SqlApiKeys::key);
    }

    @Override
    public Optional<ApiKey> findCurrent(ApiKeyId id) {
        return sql.statement(FIND_BY_ID).bind("id", id).first(SqlApiKeys::key);
    }

    @Override
    public boolean addIfAbsent(ApiKey key, KeyHash hash, String name) {
        return sql.statement(ADD)
                        .bind("key", key)
                        .bind("hash", hash.hex())
                        .bind("name", name)
                        .bind(
                                "scopes",
                                key.scopes().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                        .update()
                == 1;
    }

    @Override
    public List<StoredKey> ofTenant(TenantId tenant) {
        return sql.statement(OF_TENANT)
                .bind("tenant", tenant)
                .list(row -> new StoredKey(key(row), row.text("key_name"), row.instantOrNull("last_used_at")));
    }

    @Override
    public List<StoredKey> lockOfTenant(TenantId tenant) {
        sql.statement(LOCK).bind("tenant", tenant).exists();
        return ofTenant(tenant);
    }

    @Override
    public void saveRevoked(ApiKey key) {
        sql.statement(
                        "UPDATE api_key SET revoked_at = :key.revokedAt WHERE id = :key.id AND tenant_id = :key.tenant.id")
                .bind("key", key)
                .update();
    }

    @Override
    public void noteUses(Map<ApiKeyId, Instant> uses) {
        List<ApiKeyId> ids = List.copyOf(uses.keySet());
        sql.statement(NOTE_USES)
                .bind("ids", ids.stream().map(ApiKeyId::value).toArray(UUID[]::new))
                .bind("usedAt", ids.stream().map(uses::get).toArray(Instant[]::new))
                .update();
    }

    @Override
    public void forget() {
        // Caches nothing.
    }

    private static ApiKey key(Row row) {
        return new ApiKey(
                row.id("id", ApiKeyId::new),
                TenantMapper.tenant(row),
                row.id("line_id", KeyLine::new),
                row.constant("type", KeyType.class),
                row.text("key_prefix"),
                scopes(row.text("scopes")),
                row.instant("created_at"),
                row.instantOrNull("expires_at"),
                row.instantOrNull("revoked_at"));
    }

    private static Set<Scope> scopes(String names) {
        return names.isEmpty()
                ? Set.of()
                : Arrays.stream(names.split(",")).map(Scope::valueOf).collect(Collectors.toSet());
    }
}
