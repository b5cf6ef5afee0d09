package com.ones1ght.bootstrap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The packaged product of the newest release that {@code adapters-persistence/src/test/releases} keeps: the jar that
 * {@code -Dones1ght.previous} names, or one that is built from the clone's history, once until {@code target} is deleted.
 */
final class PreviousRelease {

    private static final String PROPERTY = "ones1ght.previous";
    private static final String REQUIRED = "DATABASE_REQUIRE_TOOLS";

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path RELEASES = ROOT.resolve("adapters-persistence/src/test/releases");
    private static final Path BUILT = Path.of("target", "previous").toAbsolutePath();
    private static final String JAR = "bootstrap/target/ones1ght.jar";

    private PreviousRelease() {}

    /** Builds it if there is none yet, which takes about a minute. */
    static Path jar() {
        Optional<Path> given = given();
        if (given.isPresent()) {
            return given.get();
        }
        Path tree = BUILT.resolve(commit());
        if (!Files.exists(tree)) {
            build(tree);
        }
        return tree.resolve(JAR);
    }

    private static Optional<Path> given() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(Path::toAbsolutePath);
    }

    /** Of the newest release. */
    private static String commit() {
        try (Stream<Path> releases = Files.list(RELEASES)) {
            Path newest = releases.max(Comparator.comparing(release -> field(release, "released")))
                    .orElseThrow();
            return field(newest, "commit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(Path release, String name) {
        String start = "-- " + name + " ";
        try (Stream<String> lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith(start))
                    .findFirst()
                    .orElseThrow()
                    .substring(start.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInHistory(String commit) {
        try {
            return run(ROOT, List.of("git", "cat-file", "-e", commit + "^{commit}")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void build(Path tree) {
        Path unfinished = BUILT.resolve("unfinished");
        try {
            if (Files.exists(unfinished)) {
                require(BUILT, "rm", "-r", unfinished.toString());
            }
            Files.createDirectories(unfinished);
            Path archive = BUILT.resolve("sources.tar");
            require(ROOT, "git", "archive", "--output=" + archive, commit());
            require(unfinished, "tar", "--extract", "--file=" + archive);
            List<String> command = new ArrayList<>(
                    List.of("./mvnw", "-B", "-ntp", "-q", "-DskipTests", "-pl", "bootstrap", "-am", "package"));
            Optional.ofNullable(System.getProperty("ones1ght.maven.repository"))
                    .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
            require(unfinished, command.toArray(String[]::new));
            Files.move(unfinished, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(Path folder, String... command) throws IOException {
        int status = run(folder, List.of(command));
        if (status != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with status " + status + ", see " + BUILT.resolve("console"));
        }
    }

    private static int run(Path folder, List<String> command) throws IOException {
        Files.createDirectories(BUILT);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        BUILT.resolve("console").toFile()))
                .start()
                .onExit()
                .join()
                .exitValue();
    }

    /** Skips tests where it can be had in neither way, unless CI requires it. */
    static final class Available implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (given().isPresent() || isInHistory(commit())) {
                return ConditionEvaluationResult.enabled("The previous release can be had");
            }
            String reason = "the previous release is missing: " + commit()
                    + " is not in the history of this copy (set -D" + PROPERTY + " to its ones1ght.jar)";
            if (System.getenv(REQUIRED) != null) {
                throw new IllegalStateException(reason + ", and " + REQUIRED + " is set.");
            }
            if (context.getTestMethod().isEmpty()) {
                System.err.println("### TESTS SKIPPED: " + reason + " ###");
            }
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
