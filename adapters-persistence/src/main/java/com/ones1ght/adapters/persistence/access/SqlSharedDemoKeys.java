package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.access.DemoKeys;
import com.ones1ght.application.access.port.SharedDemoKeys;

/** The demo keys in a single row, which the first node writes. */
final class SqlSharedDemoKeys implements SharedDemoKeys {

    private static final String PROPOSE = """
            INSERT INTO demo_keys (client_key, admin_key) VALUES (:proposed.client, :proposed.admin)
            ON CONFLICT (only_row) DO NOTHING""";

    private final Sql sql;

    SqlSharedDemoKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public DemoKeys agree(DemoKeys proposed) {
        // Waits for a concurrent insert, whose row is then visible to the query.
        sql.statement(PROPOSE).bind("proposed", proposed).update();
        return sql.statement("SELECT client_key, admin_key FROM demo_keys")
                .single(row -> new DemoKeys(row.text("client_key"), row.text("admin_key")));
    }
}
