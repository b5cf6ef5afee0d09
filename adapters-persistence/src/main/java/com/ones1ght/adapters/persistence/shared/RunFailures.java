package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Run failures as the column {@code last_error} stores them. */
public final class RunFailures {

    private static final Map<String, RunFailure> BY_TEXT =
            all().collect(Collectors.toUnmodifiableMap(RunFailures::text, Function.identity()));

    private RunFailures() {}

    static Stream<RunFailure> all() {
        return Stream.concat(
                Stream.of(
                        new RunFailure.SessionExpired(),
                        new RunFailure.RefinementsExhausted(),
                        new RunFailure.Cancelled()),
                Arrays.stream(PipelineStep.values()).flatMap(step -> Arrays.stream(RunFailure.Cause.values())
                        .map(cause -> new RunFailure.StepFailed(step, cause))));
    }

    /** The stored form; null for null. */
    public static @Nullable String write(@Nullable RunFailure failure) {
        return failure == null ? null : text(failure);
    }

    /** The failure of a stored form; null for null. */
    public static @Nullable RunFailure read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        RunFailure failure = BY_TEXT.get(text);
        if (failure == null) {
            throw new IllegalStateException("No failure of a run is stored as '" + text + "'");
        }
        return failure;
    }

    private static String text(RunFailure failure) {
        if (failure instanceof RunFailure.StepFailed failed) {
            return lowerCase(failed.step()) + " failed: "
                    + lowerCase(failed.cause()).replace('_', ' ');
        }
        if (failure instanceof RunFailure.SessionExpired) {
            return "upstream chat session expired";
        }
        if (failure instanceof RunFailure.RefinementsExhausted) {
            return "REFINEMENT_CAP_EXCEEDED: the model gave no usable answer within its refinements";
        }
        if (failure instanceof RunFailure.Cancelled) {
            return "cancelled";
        }
        throw new IllegalArgumentException("There is no stored form of " + failure);
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
