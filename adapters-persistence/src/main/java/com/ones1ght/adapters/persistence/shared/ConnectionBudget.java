package com.ones1ght.adapters.persistence.shared;

import java.util.Optional;

/**
 * What the nodes on one database may take of its connections, and what it has to give.
 *
 * @param poolSize connections in the pool of each node
 * @param nodes how many nodes there are
 * @param available what PostgreSQL has for this user on this database
 */
public record ConnectionBudget(int poolSize, int nodes, int available) {

    /** The one on which a node listens for signals of others. */
    private static final int BESIDE_THE_POOL = 1;

    /**
     * A limit of -1 is none. The last column is how many other nodes listen for signals, as long as this one does not:
     * they are assumed to have pools of the same size.
     */
    private static final String READ = """
            SELECT current_setting('max_connections')::int
                   - current_setting('superuser_reserved_connections')::int
                   - coalesce(current_setting('reserved_connections', true)::int, 0) AS of_server,
                   (SELECT nullif(rolconnlimit, -1) FROM pg_roles WHERE rolname = current_user) AS of_role,
                   (SELECT nullif(datconnlimit, -1) FROM pg_database WHERE datname = current_database()) AS of_database,
                   (SELECT count(*)::int FROM pg_stat_activity
                     WHERE datname = current_database() AND application_name = ?) AS other_nodes""";

    /**
     * Asks the database. This node must not listen for signals yet.
     *
     * @param poolSize connections in the pool of this node
     */
    public static ConnectionBudget read(Sql sql, int poolSize) {
        return sql.first(
                        READ,
                        row -> {
                            int available = row.getInt("of_server");
                            for (String limit : new String[] {"of_role", "of_database"}) {
                                Long limited = Sql.longOrNull(row, limit);
                                available = limited == null ? available : (int) Math.min(available, limited);
                            }
                            return new ConnectionBudget(poolSize, row.getInt("other_nodes") + 1, available);
                        },
                        SharedPersistence.SIGNALS)
                .orElseThrow();
    }

    /** Connections that one node may take. */
    public int ofEachNode() {
        return poolSize + BESIDE_THE_POOL;
    }

    /** What is wrong when not all nodes can have their connections at once, and what to do about it. */
    public Optional<String> shortage() {
        if (nodes * ofEachNode() <= available) {
            return Optional.empty();
        }
        int fitting = available / nodes - BESIDE_THE_POOL;
        return Optional.of("%d node(s) may take %d connections each, but PostgreSQL has %d for them all: set"
                        .formatted(nodes, ofEachNode(), available)
                + " ones1ght.db.pool-size to %d at most on every node, or raise max_connections".formatted(fitting));
    }
}
