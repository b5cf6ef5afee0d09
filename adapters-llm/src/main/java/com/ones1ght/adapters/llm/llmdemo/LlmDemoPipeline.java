package com.ones1ght.adapters.llm.llmdemo;

import com.fasterxml.jackson.databind.JsonNode;
import com.ones1ght.adapters.llm.http.HttpUpstream;
import com.ones1ght.adapters.llm.http.RefusedCalls;
import com.ones1ght.adapters.llm.http.RunCalls;
import com.ones1ght.adapters.llm.http.RunNote;
import com.ones1ght.adapters.llm.http.UpstreamException;
import com.ones1ght.adapters.llm.http.UpstreamReply;
import com.ones1ght.adapters.llm.shared.UpstreamWords;
import com.ones1ght.application.chat.port.PipelineRequest;
import com.ones1ght.application.chat.port.RecommendationPipeline;
import com.ones1ght.application.chat.port.StepUnavailableException;
import com.ones1ght.application.shared.AsyncFailures;
import com.ones1ght.domain.chat.BackListStatus;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.PipelineStep;
import com.ones1ght.domain.chat.RunFailure;
import com.ones1ght.domain.chat.StepOutput;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Runs on an llm-demo server, each in a session of its own: the first call opens the session, the second one asks the
 * question, and further ones poll.
 */
public final class LlmDemoPipeline implements RecommendationPipeline {

    private static final String ASKED = "llm_demo_asked";

    /** The prefix of the gateway's own extras, which an upstream must not overwrite. */
    private static final String RESERVED_PREFIX = "gateway_";

    private static final Set<String> PARTS = Set.of("meal", "shopping_list", "upsell_surface", "back_list");

    private final HttpUpstream upstream;
    private final RunCalls calls;
    private final Duration pollInterval;
    private final Duration deleteAfter;
    private final InstantSource clock;

    /**
     * @param pollInterval interval between polls, unless a client polls
     * @param deleteAfter how long the session of a finished run is kept, for a node that takes the run over before it
     *     is saved
     */
    public LlmDemoPipeline(HttpUpstream upstream, Duration pollInterval, Duration deleteAfter, InstantSource clock) {
        this.upstream = upstream;
        this.calls = new RunCalls(upstream);
        this.pollInterval = pollInterval;
        this.deleteAfter = deleteAfter;
        this.clock = clock;
    }

    @Override
    public CompletionStage<PipelineSnapshot> advance(PipelineRequest request, PipelineSnapshot current) {
        if (current.isFinished()) {
            return CompletableFuture.completedStage(current);
        }
        PipelineStep step = current.nextStep().orElse(PipelineStep.BACK_LIST);
        String session = current.upstreamSession();
        CompletionStage<PipelineSnapshot> next;
        if (session == null) {
            // Not dropped with its run: only the answer names the session that is then to be deleted.
            next = upstream.send(SessionCalls.open(request)).thenApply(reply -> opened(request, current, reply));
        } else if (!current.extras().containsKey(ASKED)) {
            next = calls.send(request, SessionCalls.recommend(request, session))
                    .thenApply(reply -> asked(request, current, reply));
        } else {
            next = calls.send(request, SessionCalls.poll(request, session))
                    .thenApply(reply -> polled(request, current, session, reply));
        }
        return next.handle((snapshot, failure) -> {
            if (failure != null) {
                throw unavailable(AsyncFailures.cause(failure), step);
            }
            if (snapshot.isFinished() && session != null) {
                deleteLater(session);
            }
            return snapshot;
        });
    }

    private static RuntimeException unavailable(Throwable cause, PipelineStep step) {
        if (cause instanceof UpstreamException unavailable) {
            return unavailable.during(step);
        }
        if (cause instanceof InvalidAnswer invalid) {
            return new StepUnavailableException(
                    "llm-demo: " + invalid.getMessage(),
                    new RunFailure.StepFailed(step, RunFailure.Cause.INVALID_UPSTREAM_ANSWER),
                    null,
                    invalid);
        }
        return cause instanceof RuntimeException defect ? defect : new IllegalStateException(cause);
    }

    private PipelineSnapshot opened(PipelineRequest request, PipelineSnapshot current, UpstreamReply reply) {
        if (!reply.isSuccess()) {
            return refused(request, current, reply);
        }
        String id = reply.body().path("session").path("session_id").asText("");
        if (!id.matches("[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,199}")) {
            throw new InvalidAnswer("session_id");
        }
        return current.withUpstreamSession(id).notBefore(null);
    }

    private PipelineSnapshot asked(PipelineRequest request, PipelineSnapshot current, UpstreamReply reply) {
        if (!reply.isSuccess()) {
            return refused(request, current, reply);
        }
        Map<String, String> extras = new HashMap<>(current.extras());
        extras.put(ASKED, "true");
        return current.withExtras(extras).notBefore(clock.instant().plus(pollInterval));
    }

    private PipelineSnapshot refused(PipelineRequest request, PipelineSnapshot current, UpstreamReply reply) {
        RefusedCalls.log(request, upstream.name(), null, reply.status(), null);
        return RunNote.of(current, upstream.name(), null)
                .refused(reply.status())
                .in(current)
                .failed(failure(current, reply));
    }

    private static RunFailure failure(PipelineSnapshot current, UpstreamReply reply) {
        if (reply.status() == 404 && current.upstreamSession() != null) {
            return new RunFailure.SessionExpired();
        }
        if (reply.status() == 409
                && "REFINEMENT_CAP_EXCEEDED".equals(reply.body().path("code").asText())) {
            return new RunFailure.RefinementsExhausted();
        }
        return failed(current, RunFailure.Cause.UPSTREAM_ERROR);
    }

    private static RunFailure failed(PipelineSnapshot current, RunFailure.Cause cause) {
        return new RunFailure.StepFailed(current.nextStep().orElse(PipelineStep.BACK_LIST), cause);
    }

    private PipelineSnapshot polled(
            PipelineRequest request, PipelineSnapshot current, String session, UpstreamReply reply) {
        if (!reply.isSuccess()) {
            return refused(request, current, reply);
        }
        JsonNode head = reply.body().path("session");
        if (!session.equals(head.path("session_id").asText())) {
            throw new InvalidAnswer("session_id");
        }
        BackListStatus status = UpstreamWords.read(
                        BackListStatus.class, head.path("back_list_status").asText())
                .orElseThrow(() -> new InvalidAnswer("back_list_status"));
        JsonNode results = reply.body().path("query_results");
        PipelineSnapshot next = current.withBackListStatus(status);
        QueryResults reader = new QueryResults(request.language());
        for (PipelineStep ignored : PipelineStep.values()) {
            try {
                next = absorb(next, results, status, reader);
            } catch (InvalidAnswer invalid) {
                if (next.stepsDone() == current.stepsDone()) {
                    throw invalid;
                }
                return withOtherResults(next, results).notBefore(clock.instant().plus(pollInterval));
            }
        }
        if (next.stepsDone() > current.stepsDone()) {
            next = withOtherResults(next, results);
        }
        String state = head.path("status").asText();
        if ("ERROR".equals(state) && !next.isFinished()) {
            boolean isCap = reply.body().path("last_error").asText().startsWith("REFINEMENT_CAP_EXCEEDED");
            return next.failed(
                    isCap ? new RunFailure.RefinementsExhausted() : failed(next, RunFailure.Cause.UPSTREAM_ERROR));
        }
        if (next.isFinished()) {
            return next.notBefore(null);
        }
        boolean isReady = "READY".equals(state);
        boolean isContradictory = isReady && (next.upsellSurface() == null || status == BackListStatus.COMPLETED);
        if (isContradictory && next.stepsDone() == current.stepsDone()) {
            throw new InvalidAnswer("query_results");
        }
        return next.notBefore(clock.instant().plus(pollInterval));
    }

    /** Adds the next part, if available. */
    private static PipelineSnapshot absorb(
            PipelineSnapshot current, JsonNode results, BackListStatus status, QueryResults reader) {
        PipelineStep step = current.nextStep().orElse(null);
        if (step == null || step == PipelineStep.BACK_LIST && status != BackListStatus.COMPLETED) {
            return current;
        }
        JsonNode part = results.path(
                step == PipelineStep.MEAL_SUGGEST ? "meal" : step.name().toLowerCase(Locale.ROOT));
        if (ResultFields.isAbsent(part)) {
            return current;
        }
        String raw = part.toString();
        return switch (step) {
            case MEAL_SUGGEST -> current.withMeal(new StepOutput<>(reader.meal(part), raw));
            case SHOPPING_LIST -> current.withShoppingList(new StepOutput<>(reader.shoppingList(part), raw));
            case UPSELL_SURFACE ->
                current.withUpsellSurface(new StepOutput<>(reader.surface(part, new HashSet<>()), raw));
            case BACK_LIST -> current.withBackList(new StepOutput<>(reader.backList(part, shown(current)), raw));
        };
    }

    private static Set<String> shown(PipelineSnapshot current) {
        Set<String> ids = new HashSet<>();
        if (current.upsellSurface() != null) {
            current.upsellSurface().value().items().forEach(item -> ids.add(item.recommendationId()));
        }
        return ids;
    }

    /** Adds the other results; only together with a step, so that a change of them alone causes no save. */
    private static PipelineSnapshot withOtherResults(PipelineSnapshot current, JsonNode results) {
        Map<String, String> extras = new HashMap<>(current.extras());
        results.properties().forEach(field -> {
            boolean isOurs = ASKED.equals(field.getKey()) || field.getKey().startsWith(RESERVED_PREFIX);
            if (!PARTS.contains(field.getKey()) && !isOurs && !field.getValue().isNull()) {
                extras.put(field.getKey(), field.getValue().toString());
            }
        });
        return current.withExtras(extras);
    }

    @Override
    public void abandon(PipelineRequest request, PipelineSnapshot last) {
        calls.drop(request);
        String session = last.upstreamSession();
        if (session != null) {
            upstream.send(SessionCalls.delete(session));
        }
    }

    private void deleteLater(String session) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, deleteAfter.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(late -> upstream.send(SessionCalls.delete(session)));
    }
}
