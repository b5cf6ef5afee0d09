package com.ones1ght.application.chat.runner;

import static com.ones1ght.application.chat.runner.ScriptedPipeline.held;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.shared.RecordedSpans;
import com.ones1ght.application.shared.RecordedSpans.Recorded;
import com.ones1ght.application.shared.Tracing;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.application.shared.port.StorageFixture.Started;
import com.ones1ght.domain.chat.PipelineSnapshot;
import com.ones1ght.domain.chat.RoundState;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunSpansTest {

    private final Bench bench = new Bench();
    private final RecordedSpans spans = new RecordedSpans();

    @BeforeEach
    void trace() {
        bench.tracing = new Tracing(spans);
    }

    @Test
    void claimStepsAndMergesShouldBelongToTheRequest() {
        Started started = bench.aChargedRound();
        Instant accepted = bench.clock.instant();
        bench.clock.advance(Bench.TICK);
        bench.aStartedNode();
        bench.settle();

        assertThat(spans.spans()).allSatisfy(span -> {
            assertThat(span.parent()).isEqualTo(StorageFixture.CORRELATION.trace());
            assertThat(span.attributes())
                    .containsEntry("com.ones1ght.round.id", started.round().id().toString())
                    .containsEntry("com.ones1ght.round.run", "0")
                    .doesNotContainKey("error.type");
            assertThat(span.ends()).hasSize(1);
        });
        assertThat(spans.named("round.claim")).hasSize(1).first().satisfies(claim -> {
            assertThat(claim.startedAt()).isEqualTo(accepted);
            assertThat(claim.attributes()).containsEntry("com.ones1ght.claims", "1");
        });
        assertThat(spans.named("round.step"))
                .extracting(step -> step.attributes().get("com.ones1ght.step"))
                .containsExactly("meal_suggest", "shopping_list", "upsell_surface", "back_list");
        assertThat(spans.named("round.merge"))
                .extracting(merge -> merge.attributes().get("com.ones1ght.steps.done"))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void nextNodeShouldContinueTheTraceOfALostOne() {
        bench.pipeline.then(held(new CompletableFuture<>()));
        Started started = bench.aChargedRound();
        bench.aNode().wake();
        bench.settle();
        bench.clock.advance(Bench.LEASE.plusSeconds(1));
        bench.aNode().wake();
        bench.settle();

        assertThat(bench.view(started).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(spans.named("round.claim"))
                .extracting(claim -> claim.attributes().get("com.ones1ght.claims"))
                .containsExactly("1", "2");
        assertThat(spans.named("round.step"))
                .hasSize(5)
                .extracting(Recorded::parent)
                .containsOnly(StorageFixture.CORRELATION.trace());
        assertThat(spans.named("round.step").get(0).ends())
                .as("lost with its node")
                .isEmpty();
    }

    @Test
    void stepWithoutAnAnswerShouldFailAtTheDeadline() {
        CompletableFuture<PipelineSnapshot> never = new CompletableFuture<>();
        bench.pipeline.fromThenOn(held(never));
        Started started = bench.aChargedRound();
        bench.aStartedNode();
        bench.settle();

        never.completeExceptionally(new IllegalStateException("a shopper's words"));
        bench.settle();

        assertThat(bench.view(started).state()).isEqualTo(RoundState.ERROR);
        assertThat(spans.named("round.step").get(0).attributes())
                .containsEntry("error.type", "java.lang.IllegalStateException");
        assertThat(spans.spans()).noneMatch(span -> span.attributes().toString().contains("words"));
    }
}
