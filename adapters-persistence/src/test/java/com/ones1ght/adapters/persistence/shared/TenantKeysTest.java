package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Every table belongs to tenants: {@code tenant_id} is in its primary key, its unique constraints and its references, so
 * that it can be distributed by tenant. What does not is listed here, and in docs/scaling.md.
 */
@DisabledIfSystemProperty(
        named = "ones1ght.test.partitions",
        matches = ".+",
        disabledReason = "Partitions have no keys without the tenant")
class TenantKeysTest {

    /** Of the whole installation. */
    private static final Set<String> REFERENCE_TABLES =
            Set.of("tenant", "demo_keys", "token_secret", "plain_texts", "flyway_schema_history");

    /** Named by nodes of the previous version in ON CONFLICT. */
    private static final Set<String> KEPT = Set.of(
            "api_key_key_hash_key",
            "visit_active",
            "tenant_model_id",
            "signage_passage_id",
            "whereabouts_of_profile",
            "idempotent_answer_request");

    private static final String UNIQUE_WITHOUT_TENANT = """
            SELECT t.relname AS table, i.relname AS subject
              FROM pg_index x
              JOIN pg_class t ON t.oid = x.indrelid
              JOIN pg_class i ON i.oid = x.indexrelid
             WHERE t.relnamespace = current_schema()::regnamespace AND x.indisunique
               AND NOT EXISTS (SELECT 1 FROM pg_attribute a
                                WHERE a.attrelid = t.oid AND a.attname = 'tenant_id' AND a.attnotnull
                                  AND a.attnum = ANY ((x.indkey::int2[])[0:x.indnkeyatts - 1]))""";

    private static final String WITHOUT_PRIMARY_KEY = """
            SELECT t.relname AS table, t.relname AS subject FROM pg_class t
             WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind IN ('r', 'p')
               AND NOT EXISTS (SELECT 1 FROM pg_index x WHERE x.indrelid = t.oid AND x.indisprimary)""";

    /** References to the tenant itself have it on both sides, too. */
    private static final String REFERENCES_WITHOUT_TENANT = """
            SELECT t.relname AS table, k.conname AS subject
              FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
             WHERE t.relnamespace = current_schema()::regnamespace AND k.contype = 'f'
               AND NOT EXISTS (SELECT 1 FROM pg_attribute a
                                WHERE a.attrelid = t.oid AND a.attname = 'tenant_id' AND a.attnum = ANY (k.conkey))""";

    @Test
    void keysUniqueConstraintsAndReferencesShouldHaveTheTenant() throws SQLException {
        try (Connection connection = TestDatabase.shared().server().getConnection()) {
            assertThat(violations(connection)).containsExactlyInAnyOrderElementsOf(KEPT);
        }
    }

    @Test
    void tablesWithoutTheTenantShouldBeFound() throws SQLException {
        try (Connection connection = TestDatabase.shared().server().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE no_key (tenant_id uuid NOT NULL)");
            statement.execute("CREATE TABLE no_tenant (id uuid PRIMARY KEY)");
            statement.execute("CREATE TABLE wrong (tenant_id uuid NOT NULL, id uuid PRIMARY KEY, n int UNIQUE)");
            statement.execute("CREATE TABLE beside (tenant_id uuid, id uuid PRIMARY KEY)");
            statement.execute("CREATE UNIQUE INDEX beside_tenant ON beside (id, tenant_id)");
            statement.execute("CREATE UNIQUE INDEX beside_included ON beside (id) INCLUDE (tenant_id)");
            statement.execute("ALTER TABLE wrong ADD CONSTRAINT wrong_id FOREIGN KEY (id) REFERENCES no_tenant");

            assertThat(violations(connection))
                    .contains("no_key", "no_tenant_pkey", "wrong_pkey", "wrong_n_key", "wrong_id", "beside_pkey")
                    .contains("beside_tenant", "beside_included");
            connection.rollback();
        }
    }

    private static List<String> violations(Connection connection) throws SQLException {
        List<String> violations = new ArrayList<>();
        for (String query : List.of(UNIQUE_WITHOUT_TENANT, WITHOUT_PRIMARY_KEY, REFERENCES_WITHOUT_TENANT)) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    if (!REFERENCE_TABLES.contains(rows.getString("table"))) {
                        violations.add(rows.getString("subject"));
                    }
                }
            }
        }
        return violations;
    }
}
