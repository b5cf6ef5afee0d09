package com.ones1ght.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of facts beside this class: lines of fields separated by tabs, the first of which is a pattern. */
final class Table {

    /**
     * A line.
     *
     * @param pattern matches what the line is about
     * @param fields the other fields
     */
    record Row(Pattern pattern, List<String> fields) {

        String field(int index) {
            return fields.get(index);
        }
    }

    private final List<Row> rows;

    private Table(List<Row> rows) {
        this.rows = rows;
    }

    static Table read(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            return new Table(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t+")))
                    .map(fields -> new Row(Pattern.compile(fields.get(0)), fields.subList(1, fields.size())))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** The first row whose pattern matches the whole text. */
    Optional<Row> find(String text) {
        return rows.stream()
                .filter(row -> row.pattern().matcher(text).matches())
                .findFirst();
    }

    /** The start of the first of the texts that begins with what the row's pattern matches. */
    static Optional<Matcher> firstBelow(Row row, List<String> texts) {
        return texts.stream()
                .map(row.pattern()::matcher)
                .filter(Matcher::lookingAt)
                .findFirst();
    }
}
