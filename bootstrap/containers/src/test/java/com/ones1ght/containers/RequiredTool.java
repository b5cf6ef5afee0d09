package com.ones1ght.containers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A program of the machine that some tests need. Without it they are skipped with one line on the console, or fail where
 * {@code CONTAINERS_REQUIRE_TOOLS} is set.
 *
 * @param name looked up on the path of the environment
 */
record RequiredTool(String name) {

    static final RequiredTool KUBECTL = new RequiredTool("kubectl");
    static final RequiredTool BUILDAH = new RequiredTool("buildah");
    static final RequiredTool DEBOOTSTRAP = new RequiredTool("debootstrap");

    private static final String REQUIRED = "CONTAINERS_REQUIRE_TOOLS";

    Optional<Path> executable() {
        return Arrays.stream((System.getenv("PATH") + ":/usr/sbin:/sbin").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static ConditionEvaluationResult condition(ExtensionContext context, List<String> missing) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("all is there");
        }
        if (System.getenv(REQUIRED) != null) {
            throw new IllegalStateException("Missing: " + missing + ", and " + REQUIRED + " is set.");
        }
        String reason = "TESTS SKIPPED: " + context.getDisplayName() + " needs " + String.join(", ", missing);
        if (context.getTestMethod().isEmpty()) {
            System.err.println("### " + reason + " ###");
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    private static List<String> missing(RequiredTool... tools) {
        return Arrays.stream(tools)
                .filter(tool -> tool.executable().isEmpty())
                .map(RequiredTool::name)
                .toList();
    }

    /** Skips tests where kubectl is missing. */
    static final class Kubectl implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return condition(context, missing(KUBECTL));
        }
    }

    /** Skips tests where no image can be built and run: buildah, root, and a base image or debootstrap to make one. */
    static final class Images implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!System.getProperty("user.name").equals("root")) {
                return condition(context, List.of("root"));
            }
            return condition(context, Image.givenBase().isPresent() ? missing(BUILDAH) : missing(BUILDAH, DEBOOTSTRAP));
        }
    }
}
