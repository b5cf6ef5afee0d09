package com.ones1ght.adapters.llm.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the bundled text files. */
public final class ResourceText {

    private ResourceText() {}

    /** The lines of a file in the package of a class, stripped, without blank lines and comments. */
    public static List<String> lines(Class<?> neighbour, String name) {
        try (InputStream in = neighbour.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns of a line, stripped; a line may leave out empty ones at its end. */
    public static List<String> columns(String line, int count) {
        List<String> columns = new ArrayList<>();
        for (String column : line.split("\\|", -1)) {
            columns.add(column.strip());
        }
        while (columns.size() < count) {
            columns.add("");
        }
        return columns;
    }

    /** The items of a comma-separated column. */
    public static List<String> items(String column) {
        List<String> items = new ArrayList<>();
        for (String item : column.split(",")) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }
}
