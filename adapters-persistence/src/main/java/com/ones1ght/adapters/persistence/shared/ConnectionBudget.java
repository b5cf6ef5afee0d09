package com.ones1ght.adapters.persistence.shared;

import java.util.List;
import java.util.Optional;

/**
 * The connections that all nodes may open, compared with what PostgreSQL accepts.
 *
 * @param poolSize connections in the pool of each node
 * @param nodes number of nodes on this database
 * @param available connections that PostgreSQL accepts from this user to this database
 */
public record ConnectionBudget(int poolSize, int nodes, int available) {

    /** The connection on which a node listens for signals. */
    private static final int OUTSIDE_THE_POOL = 1;

    /**
     * A limit of -1 means none. The last column counts the nodes that listen for signals; they are assumed to have pools
     * of the same size.
     */
    private static final String READ = """
            SELECT current_setting('max_connections')::int
                   - current_setting('superuser_reserved_connections')::int
                   - coalesce(current_setting('reserved_connections', true)::int, 0) AS of_server,
                   (SELECT nullif(rolconnlimit, -1) FROM pg_roles WHERE rolname = current_user) AS of_role,
                   (SELECT nullif(datconnlimit, -1) FROM pg_database WHERE datname = current_database()) AS of_database,
                   (SELECT count(*)::int FROM pg_stat_activity
                     WHERE datname = current_database() AND application_name = :signals) AS other_nodes""";

    /**
     * Reads the limits and counts the other nodes. This node must not listen for signals yet.
     *
     * @param poolSize connections in the pool of this node
     */
    public static ConnectionBudget read(Sql sql, int poolSize) {
        return sql.statement(READ).bind("signals", SharedPersistence.SIGNALS).single(row -> {
            int available = row.integer("of_server");
            for (String limit : List.of("of_role", "of_database")) {
                Integer limited = row.integerOrNull(limit);
                available = limited == null ? available : Math.min(available, limited);
            }
            return new ConnectionBudget(poolSize, row.integer("other_nodes") + 1, available);
        });
    }

    /** The connections that one node may open. */
    public int perNode() {
        return poolSize + OUTSIDE_THE_POOL;
    }

    /** The problem and its remedy, for operators, when the nodes may open more connections than PostgreSQL accepts. */
    public Optional<String> shortage() {
        if (nodes * perNode() <= available) {
            return Optional.empty();
        }
        int fitting = available / nodes - OUTSIDE_THE_POOL;
        return Optional.of("%d node(s) may open %d connections each, but PostgreSQL accepts %d in all: set"
                        .formatted(nodes, perNode(), available)
                + " ones1ght.db.pool-size to at most %d on every node, or raise max_connections".formatted(fitting));
    }
}
