package com.ones1ght.adapters.persistence.access;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.access.port.KeySecrets;

/** The secret for signing profile tokens in a single row, which the first node writes. */
public final class SqlTokenSecret {

    private static final String PROPOSE =
            "INSERT INTO token_secret (secret) VALUES (:secret) ON CONFLICT (only_row) DO NOTHING";

    private final Sql sql;

    public SqlTokenSecret(Sql sql) {
        this.sql = sql;
    }

    /**
     * Agrees on a secret with the other nodes: the first one that any node draws is that of all nodes from then on.
     *
     * @param random draws one, used if no node has drawn one before
     */
    public String agree(KeySecrets random) {
        // Waits for a concurrent insert, whose row is then visible to the query.
        sql.statement(PROPOSE).bind("secret", random.next()).update();
        return sql.statement("SELECT secret FROM token_secret").single(row -> row.text("secret"));
    }
}
