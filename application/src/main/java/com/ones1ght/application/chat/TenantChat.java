package com.ones1ght.application.chat;

import com.ones1ght.application.shared.JsonFragment;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.StepLatency;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.visit.ChatSession;
import com.ones1ght.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chat as the tenant's admins see it: what clients see, and how it was processed.
 *
 * @param chat what clients see
 * @param session the chat session that it belongs to; null for a chat without one
 * @param runs the latest run of each of the chat's rounds, in their order
 */
public record TenantChat(ChatView chat, @Nullable Session session, List<Run> runs) {

    public TenantChat {
        runs = List.copyOf(runs);
        Require.that(runs.size() == chat.rounds().size(), "runs", "be one for each round");
    }

    /**
     * The chat session behind a chat.
     *
     * @param id the id of the visit, by which clients address the session
     * @param ending when and why it ended; null while it has not
     */
    public record Session(VisitId id, ChatSession.@Nullable Ending ending) {}

    /**
     * A run of a round.
     *
     * @param number 0 for the kickoff, n for the nth refinement
     * @param acceptedAt when it was accepted
     * @param doneAt when each finished step was done
     * @param settledAt when it ended; null while it is in progress
     * @param output the backend's output for each finished step, as the JSON that it sent
     * @param upstream what the pipeline reports of its upstream, as JSON; null when it reports nothing
     */
    public record Run(
            int number,
            Instant acceptedAt,
            Map<PipelineStep, Instant> doneAt,
            @Nullable Instant settledAt,
            Map<PipelineStep, JsonFragment> output,
            @Nullable JsonFragment upstream) {

        public Run {
            doneAt = Map.copyOf(doneAt);
            output = Map.copyOf(output);
        }

        /** The latency of each finished step. */
        public Map<PipelineStep, Duration> latencies() {
            return StepLatency.of(acceptedAt, doneAt);
        }

        /** From the acceptance to the end; empty while the run is in progress. */
        public Optional<Duration> duration() {
            return Optional.ofNullable(settledAt).map(end -> Duration.between(acceptedAt, end));
        }
    }
}
