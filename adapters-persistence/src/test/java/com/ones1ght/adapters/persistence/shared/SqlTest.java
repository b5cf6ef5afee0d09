package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.Correlation;
import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.PageRequest.Order;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.chat.RoundState;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SqlTest {

    private static final Owner OWNER = new Owner(new TenantId(UUID.randomUUID()), new KeyLine(UUID.randomUUID()));

    private final Sql sql = TestDatabase.shared().sql();

    private String echo(@Nullable Object value) {
        return sql.statement("SELECT :value::text AS echo").bind("value", value).single(row -> row.text("echo"));
    }

    @Test
    void colonsOfCastsAndLiteralsShouldStartNoParameter() {
        SqlText text = SqlText.of("SELECT ':a', 'it''s :b', x::text, :c::int, -:d_1, :e.f.g FROM y WHERE z=:c");

        assertThat(text.jdbc()).isEqualTo("SELECT ':a', 'it''s :b', x::text, ?::int, -?, ? FROM y WHERE z=?");
        assertThat(text.parameters())
                .containsExactly(
                        new SqlParameter("c", List.of()),
                        new SqlParameter("d_1", List.of()),
                        new SqlParameter("e", List.of("f", "g")),
                        new SqlParameter("c", List.of()));
    }

    @Test
    void valuesShouldBeBoundByType() {
        assertThat(echo(RoundState.KICKED_OFF)).isEqualTo("KICKED_OFF");
        assertThat(echo(JsonFragment.of("{\"a\":1}"))).isEqualTo("{\"a\":1}");
        assertThat(echo(OWNER.tenant())).isEqualTo(OWNER.tenant().toString());
        assertThat(echo(7L)).isEqualTo("7");
        assertThat(echo(List.of("a", "b"))).isEqualTo("[\"a\",\"b\"]");
        assertThat(echo(new String[] {"a", null})).isEqualTo("{a,NULL}");
        assertThat(sql.statement("SELECT 1 WHERE :value::text IS NULL")
                        .bind("value", null)
                        .exists())
                .isTrue();
    }

    @Test
    void instantsShouldBeTruncatedToMicroseconds() {
        Instant fine = Instant.parse("2026-01-02T03:04:05.123456789Z");

        Instant stored = sql.statement("SELECT :value::timestamptz AS echo")
                .bind("value", fine)
                .single(row -> row.instant("echo"));

        assertThat(stored).isEqualTo("2026-01-02T03:04:05.123456Z");
    }

    @Test
    void pathsShouldLeadToPropertiesOfValues() {
        boolean found = sql.statement("SELECT 1 WHERE :owner.line = :line::uuid AND :page.offset = 20")
                .bind("owner", OWNER)
                .bind("line", OWNER.line())
                .bind("page", new PageRequest(2, 10, Order.ASC))
                .exists();

        assertThat(found).isTrue();
    }

    @Test
    void changeShouldBeExecutedForEachSetOfValues() {
        Owner other = new Owner(new TenantId(UUID.randomUUID()), OWNER.line());
        TestDatabase.shared().inTransaction(() -> {
            sql.statement("CREATE TEMPORARY TABLE added (id uuid, name text) ON COMMIT DROP")
                    .update();
            SqlStatement insert = sql.statement("INSERT INTO added SELECT :owner.tenant, :name WHERE :name <> 'none'");
            insert.bind("owner", OWNER).bind("name", "first").add();
            insert.bind("owner", OWNER).bind("name", "none").add();
            insert.bind("owner", other).bind("name", "third").add();

            assertThat(insert.updateAll()).containsExactly(1, 0, 1);
            assertThat(sql.statement("SELECT id, name FROM added ORDER BY name")
                            .list(row -> row.text("name") + row.uuid("id")))
                    .containsExactly("first" + OWNER.tenant(), "third" + other.tenant());
            return true;
        });
    }

    @Test
    void pathsThroughNullShouldBeNull() {
        Correlation none = null;

        assertThat(sql.statement("SELECT 1 WHERE :correlation.requestId::text IS NULL")
                        .bind("correlation", none)
                        .exists())
                .isTrue();
    }

    @Test
    void mistakesShouldNameTheParameter() {
        assertThatThrownBy(() -> sql.statement("SELECT :a").exists()).hasMessageContaining(":a is not bound");
        assertThatThrownBy(() ->
                        sql.statement("SELECT :owner.name").bind("owner", OWNER).exists())
                .hasMessageContaining("no accessor for the SQL parameter .name");
        assertThatThrownBy(() ->
                        sql.statement("SELECT :owner").bind("owner", OWNER).exists())
                .hasMessageContaining("Owner is no single value");
    }

    @Test
    void requiredColumnShouldNotBeNull() {
        assertThatThrownBy(() -> sql.statement("SELECT NULL::text AS gone").single(row -> row.text("gone")))
                .hasMessage("The column gone is null");
    }
}
