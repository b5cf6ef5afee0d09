package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes the incomplete files of an interrupted start. */
final class Leftovers {

    private Leftovers() {}

    /**
     * Removes entries of a folder recursively; must not run while others create such entries.
     *
     * @param folder may be absent
     * @param pattern a glob for the entries' names
     */
    static void remove(Path folder, String pattern) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
                for (Path entry : entries) {
                    removeTree(entry);
                }
            }
        }
    }

    /** Removes a file, or a folder recursively, if it exists; links are not followed. */
    static void removeTree(Path root) throws IOException {
        if (Files.exists(root)) {
            List<Path> files;
            try (Stream<Path> walked = Files.walk(root)) {
                files = walked.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
