package com.ones1ght.adapters.store.embedded;

import com.ones1ght.domain.store.ProductId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bundled text file: UTF-8, one row per line, columns separated by one tab, the first line names the
 * columns. Lines that start with {@code #} are comments.
 */
final class Table {

    private final List<Row> rows;

    private Table(List<Row> rows) {
        this.rows = rows;
    }

    /** @throws IllegalStateException when the file is missing or a row has too few or too many columns */
    static Table read(String file) {
        List<String> lines = lines(file);
        Map<String, Integer> columns = new HashMap<>();
        for (String name : lines.get(0).split("\t", -1)) {
            columns.put(name, columns.size());
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != columns.size()) {
                throw new IllegalStateException(file + ": wrong number of columns in: " + line);
            }
            rows.add(new Row(columns, cells));
        }
        return new Table(rows);
    }

    /** The lines of a bundled file that are neither empty nor a comment. */
    static List<String> lines(String file) {
        InputStream resource = Table.class.getResourceAsStream(file);
        if (resource == null) {
            throw new IllegalStateException("bundled file is missing: " + file);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Row> rows() {
        return rows.stream();
    }

    /** One line of a table. */
    static final class Row {
        private static final String NONE = "-";

        private final Map<String, Integer> columns;
        private final String[] cells;

        private Row(Map<String, Integer> columns, String[] cells) {
            this.columns = columns;
            this.cells = cells;
        }

        String text(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw new IllegalStateException("no such column: " + column);
            }
            return cells[index];
        }

        /**
         * Codes separated by spaces, {@code -} for none at all; null if the cell is empty or the table has no such column.
         *
         * @throws IllegalStateException when a code is not known
         */
        <T> @Nullable List<T> codesOrNull(String column, Function<String, Optional<T>> ofCode) {
            String cell = columns.containsKey(column) ? text(column) : "";
            if (cell.isEmpty()) {
                return null;
            }
            return words(cell)
                    .map(code -> ofCode.apply(code)
                            .orElseThrow(() -> new IllegalStateException(column + ": unknown code " + code)))
                    .toList();
        }

        /** Ids separated by spaces; none if the cell is empty or {@code -}, or the table has no such column. */
        List<ProductId> products(String column) {
            return words(columns.containsKey(column) ? text(column) : "")
                    .map(id -> new ProductId(Long.parseLong(id)))
                    .toList();
        }

        private static Stream<String> words(String cell) {
            return cell.isEmpty() || cell.equals(NONE) ? Stream.empty() : Stream.of(cell.split(" "));
        }

        int integer(String column) {
            return Integer.parseInt(text(column));
        }

        double decimal(String column) {
            return Double.parseDouble(text(column));
        }

        boolean flag(String column) {
            return switch (text(column)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw new IllegalStateException(column + " must be yes or no");
            };
        }
    }
}
