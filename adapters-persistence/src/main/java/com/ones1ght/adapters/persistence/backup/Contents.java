package com.ones1ght.adapters.persistence.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a backup's file says of itself, in its last entry: without it the file is incomplete.
 *
 * @param format of the file
 * @param schema the version of the newest migration of the database
 * @param takenAt of the snapshot, ISO 8601
 * @param tables in the order in which they are restored
 */
record Contents(
        @JsonProperty("format") int format,
        @JsonProperty("schema") int schema,
        @JsonProperty("taken_at") String takenAt,
        @JsonProperty("tables") List<Rows> tables) {

    /** The format that this version writes and reads. */
    static final int FORMAT = 1;

    /** The entry's name. */
    static final String ENTRY = "backup.json";

    /** A table and its number of rows. */
    record Rows(
            @JsonProperty("table") String name,
            @JsonProperty("columns") List<String> columns,
            @JsonProperty("rows") long rows) {

        Table table() {
            return new Table(name, columns);
        }

        /** The name of the entry with its rows, in the text format of {@code COPY}. */
        static String entry(Table table) {
            return "tables/" + table.name() + ".copy";
        }
    }

    long rows() {
        return tables.stream().mapToLong(Rows::rows).sum();
    }
}
