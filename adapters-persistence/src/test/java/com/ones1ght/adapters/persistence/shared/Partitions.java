package com.ones1ght.adapters.persistence.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Hash partitions by tenant, as operators make them. Fails statements whose plan reads more than one partition of a table,
 * unless they say that they are about all tenants.
 */
final class Partitions {

    /** In statements that belong to no tenant, or to several. */
    static final String ALL_TENANTS = "/* all tenants */";

    /** The class of SQLSTATEs of statements that are none. */
    private static final String INVALID = "42";

    private static final Path SCRIPT = Path.of("../docs/operations/partitions.sql");
    private static final Pattern COMMAND =
            Pattern.compile("\\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\\b.*", Pattern.DOTALL);
    private static final Pattern PARTITION = Pattern.compile("\\b(\\w+)_p(\\d+)\\b");

    /** What was set on a statement before its execution. */
    @FunctionalInterface
    interface Setting {

        void on(PreparedStatement statement) throws Throwable;
    }

    private final DataSource server;
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    private Partitions(DataSource server) {
        this.server = server;
    }

    static Partitions in(DataSource server, int number) {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ones1ght.partitions = " + number);
            statement.execute(Files.readString(SCRIPT));
            return new Partitions(server);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param text with parameters
     * @param settings the values of this execution
     */
    void check(String text, List<Setting> settings) {
        if (COMMAND.matcher(text).matches() && !text.contains(ALL_TENANTS) && checked.add(text)) {
            String plan = plan(text, settings);
            TreeMap<String, Set<String>> read = new TreeMap<>();
            Matcher partition = PARTITION.matcher(plan);
            while (partition.find()) {
                read.computeIfAbsent(partition.group(1), table -> new TreeSet<>())
                        .add(partition.group(2));
            }
            read.values().removeIf(partitions -> partitions.size() == 1);
            if (!read.isEmpty()) {
                checked.remove(text);
                throw new AssertionError(
                        "A statement reads several partitions: name tenant_id of each table in it, or, if it"
                                + " is about no single tenant, write " + ALL_TENANTS + " into it. " + read + "\n" + text
                                + "\n" + plan);
            }
        }
    }

    private String plan(String text, List<Setting> settings) {
        try (Connection connection = server.getConnection();
                PreparedStatement statement = connection.prepareStatement("EXPLAIN " + text)) {
            for (Setting setting : settings) {
                setting.on(statement);
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        } catch (SQLException e) {
            if (Objects.toString(e.getSQLState()).startsWith(INVALID)) {
                // Its execution fails as well.
                return "";
            }
            throw new AssertionError("The plan of a statement is unknown: " + text, e);
        } catch (Throwable e) {
            throw new AssertionError("The values of a statement are unknown: " + text, e);
        }
    }
}
