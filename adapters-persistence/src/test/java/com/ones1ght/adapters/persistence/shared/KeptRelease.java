package com.ones1ght.adapters.persistence.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is kept of a release, so that later versions can be tested beside it: its migrations, and the statements that its
 * hot paths execute.
 *
 * @param name the version
 * @param migrations each as number and checksum, in order
 * @param statements with their values, in an order in which they can be run on an empty database
 */
record KeptRelease(String name, List<String> migrations, List<String> statements) {

    static final Path FOLDER = Path.of("src", "test", "releases").toAbsolutePath();

    private static final String MIGRATION = "-- migration ";
    private static final String STATEMENT = "-- statement";

    static List<KeptRelease> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(KeptRelease::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeptRelease read(Path file) {
        try {
            String[] parts = Files.readString(file).split("(?m)^" + STATEMENT + "\n");
            List<String> migrations = parts[0].lines()
                    .filter(line -> line.startsWith(MIGRATION))
                    .map(line -> line.substring(MIGRATION.length()))
                    .toList();
            String name = file.getFileName().toString().replaceFirst("\\.sql$", "");
            return new KeptRelease(name, migrations, List.of(parts).subList(1, parts.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the file.
     *
     * @param commit from which the release is built
     * @param released ISO 8601
     */
    void write(String commit, String released) throws IOException {
        List<String> lines = new ArrayList<>(List.of("-- commit " + commit, "-- released " + released));
        migrations.forEach(migration -> lines.add(MIGRATION + migration));
        Files.writeString(
                FOLDER.resolve(name + ".sql"),
                lines.stream().collect(Collectors.joining("\n", "", "\n"))
                        + statements.stream()
                                .map(statement -> STATEMENT + "\n" + statement.strip() + "\n")
                                .collect(Collectors.joining()));
    }

    @Override
    public String toString() {
        return name;
    }
}
