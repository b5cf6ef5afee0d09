package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.access.DemoKeys;
import com.ones1ght.application.access.port.SharedDemoKeys;

/** One row, which is written once. */
final class SqlSharedDemoKeys implements SharedDemoKeys {

    private static final String PROPOSE =
            "INSERT INTO demo_keys (client_key, admin_key) VALUES (?, ?) ON CONFLICT (only_row) DO NOTHING";
    private static final String AGREED = "SELECT client_key, admin_key FROM demo_keys";

    private final Sql sql;

    SqlSharedDemoKeys(Sql sql) {
        this.sql = sql;
    }

    @Override
    public DemoKeys agree(DemoKeys proposed) {
        // The insert waits for one that is under way, so that its row is there to be read afterwards.
        sql.update(PROPOSE, proposed.client(), proposed.admin());
        return sql.first(AGREED, row -> new DemoKeys(row.getString("client_key"), row.getString("admin_key")))
                .orElseThrow();
    }
}
