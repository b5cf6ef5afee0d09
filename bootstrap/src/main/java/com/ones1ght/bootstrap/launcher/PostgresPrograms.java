package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's programs.
 *
 * @param home the folder with {@code bin/}
 * @param outputs the folder for their output, in temporary files that end in {@code .out}
 */
record PostgresPrograms(Path home, Path outputs) {

    /** Runs a program to its end; the message of a failure contains its output. */
    void run(String program, String... arguments) throws IOException {
        feed(List.of(), program, arguments);
    }

    /** Runs a program with lines of input. */
    void feed(List<String> input, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        // A file, because the postmaster would inherit a pipe and keep it open.
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

    /** PostgreSQL refuses to run as root; in a user namespace it runs as nobody, but still owns root's files. */
    private static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name")) && Files.isDirectory(Path.of("/proc/self"))
                ? List.of("unshare", "-U")
                : List.of();
    }
}
