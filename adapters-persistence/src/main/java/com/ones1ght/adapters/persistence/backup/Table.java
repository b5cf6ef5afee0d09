package com.ones1ght.adapters.persistence.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of the application's schema.
 *
 * @param columns those whose values are the same in every database: not the ids of transactions
 */
record Table(String name, List<String> columns) {

    private static final String HISTORY = "flyway_schema_history";

    private static final String COLUMNS = """
            SELECT c.relname, a.attname
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             WHERE c.relnamespace = current_schema()::regnamespace
               AND c.relkind IN ('r', 'p') AND NOT c.relispartition
               AND a.attgenerated = '' AND a.atttypid <> 'xid8'::regtype
             ORDER BY c.relname, a.attnum
            """;

    private static final String REFERENCES = """
            SELECT DISTINCT f.relname, t.relname
              FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
             WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace AND f.oid <> t.oid
               AND NOT f.relispartition AND NOT t.relispartition
            """;

    /** All tables of the current schema, each after those that its rows refer to. */
    static List<Table> all(Connection connection) throws SQLException {
        Map<String, List<String>> columns = grouped(connection, COLUMNS);
        Map<String, List<String>> references = grouped(connection, REFERENCES);
        columns.remove(HISTORY);
        List<Table> ordered = new ArrayList<>();
        while (!columns.isEmpty()) {
            List<String> next = columns.keySet().stream()
                    .filter(table ->
                            references.getOrDefault(table, List.of()).stream().noneMatch(columns::containsKey))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("The tables " + columns.keySet() + " refer to each other.");
            }
            next.forEach(table -> ordered.add(new Table(table, columns.remove(table))));
        }
        return ordered;
    }

    private static Map<String, List<String>> grouped(Connection connection, String query) throws SQLException {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                groups.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return groups;
    }

    /** As an identifier in SQL. */
    String quoted() {
        return quoted(name);
    }

    /** Works for partitioned tables, too. */
    String copyOut() {
        return "COPY (SELECT %s FROM %s) TO STDOUT".formatted(columnList(), quoted());
    }

    String copyIn() {
        return "COPY %s (%s) FROM STDIN".formatted(quoted(), columnList());
    }

    private String columnList() {
        return columns.stream().map(Table::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
