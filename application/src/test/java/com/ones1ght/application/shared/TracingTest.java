package com.ones1ght.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.shared.RecordedSpans.Recorded;
import com.ones1ght.application.shared.port.SpanRecorder.Role;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class TracingTest {

    private static final Correlation REQUEST =
            Correlation.of("r1", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "a=1");

    private final RecordedSpans spans = new RecordedSpans();
    private final Tracing tracing = new Tracing(spans);

    @Test
    void withoutARecorderTheClientsTraceShouldStayAsItIs() {
        Span span =
                Tracing.OFF.begin(Role.CLIENT, "call", REQUEST).with("a", "b").with("c", 1);

        assertThat(span.<Correlation>around(Correlation::current)).isEqualTo(REQUEST);
        assertThat(span.isSampled()).isFalse();
        assertThat(span.headers()).isEmpty();
        assertThat(Tracing.OFF.begin(Role.CLIENT, "call").correlation()).isNull();
    }

    @Test
    void workForNoRequestShouldNotBeTraced() {
        assertThat(tracing.begin(Role.CLIENT, "call").correlation()).isNull();
        assertThat(spans.spans()).isEmpty();
    }

    @Test
    void spansWithinSpansShouldBeTheirChildren() {
        Span outer = tracing.begin(Role.SERVER, "outer", REQUEST);
        Span inner = outer.around(() -> tracing.begin(Role.CLIENT, "inner"));
        inner.end();

        Recorded first = spans.spans().get(0);
        Recorded second = spans.spans().get(1);
        assertThat(first.parent()).isEqualTo(REQUEST.trace());
        assertThat(second.parent()).isEqualTo(first.place());
        assertThat(inner.headers())
                .isEqualTo(Map.of(
                        "X-Request-Id", "r1", "traceparent", second.place().traceparent()));
        assertThat(first.ends()).hasSize(1);
        assertThat(second.ends()).hasSize(1);
        assertThat(Correlation.current()).isNull();
    }

    @Test
    void failureShouldEndTheSpanWithItsTypeAlone() {
        Span span = tracing.begin(Role.CLIENT, "call", REQUEST);

        assertThatThrownBy(() -> span.around(() -> {
                    throw new IllegalStateException("a shopper's words");
                }))
                .hasMessage("a shopper's words");

        Recorded recorded = spans.spans().get(0);
        assertThat(recorded.attributes()).isEqualTo(Map.of("error.type", "java.lang.IllegalStateException"));
        assertThat(recorded.ends()).hasSize(1);
    }

    @Test
    void stageShouldEndTheSpanWhenItIsComplete() {
        CompletableFuture<String> work = new CompletableFuture<>();
        CompletableFuture<String> same =
                tracing.begin(Role.CLIENT, "call", REQUEST).until(() -> work);
        Recorded recorded = spans.spans().get(0);

        assertThat(same).isSameAs(work);
        assertThat(recorded.ends()).isEmpty();
        work.complete("done");
        assertThat(recorded.ends()).hasSize(1);
        assertThat(recorded.attributes()).isEmpty();
    }

    @Test
    void stageThatFailsOrIsGivenUpShouldSaySo() {
        CompletableFuture<String> failed = new CompletableFuture<>();
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        CompletableFuture<String> late = new CompletableFuture<>();
        for (CompletableFuture<String> each : java.util.List.of(failed, cancelled, late)) {
            tracing.begin(Role.CLIENT, "call", REQUEST).until(() -> each);
        }

        failed.completeExceptionally(new CompletionException(new IllegalArgumentException("words")));
        cancelled.cancel(true);
        late.complete(null);

        assertThat(spans.spans())
                .extracting(span -> span.attributes().get("error.type"))
                .containsExactly("java.lang.IllegalArgumentException", "given_up", "given_up");
    }

    @Test
    void statusShouldFailTheSpanFromALimitOn() {
        tracing.begin(Role.CLIENT, "call", REQUEST).withStatus(399, 400).end();
        tracing.begin(Role.CLIENT, "call", REQUEST).withStatus(400, 400).end();

        assertThat(spans.spans())
                .extracting(Recorded::attributes)
                .containsExactly(
                        Map.of("http.response.status_code", "399"),
                        Map.of("http.response.status_code", "400", "error.type", "400"));
        assertThat(spans.spans()).allSatisfy(span -> assertThat(span.ends()).hasSize(1));
    }

    @Test
    void resultShouldBeDescribedBeforeTheSpanEnds() {
        Span span = tracing.begin(Role.CLIENT, "call", REQUEST);
        Recorded recorded = spans.spans().get(0);
        CompletableFuture<Integer> work = new CompletableFuture<>();
        span.until(() -> work, result -> {
            assertThat(recorded.ends()).isEmpty();
            span.named("better known").with("result", result);
        });

        work.complete(7);

        assertThat(recorded.name()).isEqualTo("better known");
        assertThat(recorded.attributes()).isEqualTo(Map.of("result", "7"));
        assertThat(recorded.ends()).hasSize(1);
    }
}
