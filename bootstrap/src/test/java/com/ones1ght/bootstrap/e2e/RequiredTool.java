package com.ones1ght.bootstrap.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A program of the machine that some tests need. Without it they are skipped with one line on the console, or fail if
 * CI requires it.
 *
 * @param name for messages
 * @param pathVariable the environment variable that may name another path
 * @param usualPath where Debian installs it
 * @param requiredVariable the environment variable that is set where the tests must not be skipped
 */
record RequiredTool(String name, String pathVariable, String usualPath, String requiredVariable) {

    ConditionEvaluationResult condition(ExtensionContext context) {
        if (executable().isPresent()) {
            return ConditionEvaluationResult.enabled(name + " is installed");
        }
        if (System.getenv(requiredVariable) != null) {
            throw new IllegalStateException(
                    name + " is missing at " + path() + ", and " + requiredVariable + " is set.");
        }
        String reason =
                "TESTS SKIPPED: " + name + " is missing at " + path() + " (set " + pathVariable + " to its path)";
        if (context.getTestMethod().isEmpty()) {
            System.err.println("### " + reason + " ###");
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    Optional<Path> executable() {
        return Optional.of(path()).filter(Files::isExecutable);
    }

    private Path path() {
        return Path.of(Optional.ofNullable(System.getenv(pathVariable)).orElse(usualPath));
    }
}
