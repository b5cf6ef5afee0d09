package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's own programs.
 *
 * @param home where they are unpacked
 * @param outputs where their output is kept while they run, in files that end in {@code .out}
 */
record PostgresPrograms(Path home, Path outputs) {

    /** Runs one of the programs to its end; a failure carries what it said. */
    void run(String program, String... arguments) throws IOException {
        feed(List.of(), program, arguments);
    }

    /** The same, with lines of input. */
    void feed(List<String> input, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        // A file, not a pipe: the postmaster would inherit the pipe and hold it open for ever.
        Path said = Files.createTempFile(outputs, program, ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            Process process = builder.start();
            try (var out = process.outputWriter()) {
                for (String line : input) {
                    out.write(line + "\n");
                }
            }
            if (process.waitFor() != 0) {
                throw new IOException(program + ": " + Files.readString(said).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    /** PostgreSQL refuses to run as root: a user namespace of its own makes it nobody, with root's files still its. */
    private static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name")) && Files.isDirectory(Path.of("/proc/self"))
                ? List.of("unshare", "-U")
                : List.of();
    }
}
