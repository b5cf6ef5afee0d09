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
 * A chat as the tenant sees it: as its client does, and what went on behind it.
 *
 * @param chat as a client watches it
 * @param session the chat session that it belongs to; null for a chat that was asked for without one
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
     * @param id the visit that it belongs to
     * @param ending when and why it ended; null while it has not
     */
    public record Session(VisitId id, ChatSession.@Nullable Ending ending) {}

    /**
     * A passage through the pipeline.
     *
     * @param number how many runs of the round came before this one: refined prompts
     * @param acceptedAt when it was asked for
     * @param doneAt when the steps that are done were saved
     * @param settledAt when it ended; null while it goes on
     * @param output what the backend sent for the steps that have come so far, as JSON, untouched
     * @param upstream what the pipeline tells of its upstream, as JSON; null when it tells nothing
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

        /** How long each done step took. */
        public Map<PipelineStep, Duration> latencies() {
            return StepLatency.of(acceptedAt, doneAt);
        }

        /** How long all of it took; empty while it goes on. */
        public Optional<Duration> duration() {
            return Optional.ofNullable(settledAt).map(end -> Duration.between(acceptedAt, end));
        }
    }
}
