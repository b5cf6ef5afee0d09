package com.ones1ght.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Metrics metrics = new Metrics();

    @Test
    void countersShouldBeShownAsZeroBeforeTheyCount() throws IOException {
        metrics.counter(Metric.MODEL_TOKENS, "openai", "prompt");

        assertThat(shown()).contains("ones1ght_model_tokens_total{kind=\"prompt\",upstream=\"openai\"} 0.0\n");
    }

    @Test
    void aCounterShouldBeTheSameForTheSameLabels() throws IOException {
        metrics.counter(Metric.MODEL_TOKENS, "openai", "prompt").add(40);
        metrics.counter(Metric.MODEL_TOKENS, "openai", "prompt").add(2);
        metrics.counter(Metric.MODEL_TOKENS, "openai", "completion").add(7);

        assertThat(shown())
                .contains("{kind=\"prompt\",upstream=\"openai\"} 42.0\n")
                .contains("{kind=\"completion\",upstream=\"openai\"} 7.0\n");
    }

    @Test
    void valuesShouldBeReadAtEachScrape() throws IOException {
        AtomicLong value = new AtomicLong(1);
        metrics.gauge(Metric.POLLS_WAITING, value::get);
        metrics.counted(Metric.PRODUCTS_MERGED, value::get);

        assertThat(shown())
                .contains("\nones1ght_polls_waiting 1.0\n")
                .contains("\nones1ght_products_merged_total 1.0\n");

        value.set(3);

        assertThat(shown())
                .contains("\nones1ght_polls_waiting 3.0\n")
                .contains("\nones1ght_products_merged_total 3.0\n");
    }

    @Test
    void aNewReadingShouldTakeThePlaceOfTheOldOne() throws IOException {
        metrics.gauge(Metric.UPSTREAM_BREAKERS_OPEN, () -> 1, "openai");
        metrics.gauge(Metric.UPSTREAM_BREAKERS_OPEN, () -> 0, "openai");

        assertThat(shown()).contains("ones1ght_upstream_breakers_open{upstream=\"openai\"} 0.0\n");
    }

    @Test
    void aReadingThatFailsShouldHideNoOther() throws IOException {
        metrics.gauge(Metric.UPSTREAM_CALLS_IN_FLIGHT, () -> List.of(1.0).get(1), "broken");
        metrics.gauge(Metric.UPSTREAM_CALLS_IN_FLIGHT, () -> 5, "sound");

        assertThat(shown())
                .contains("ones1ght_upstream_calls_in_flight{upstream=\"sound\"} 5.0\n")
                .doesNotContain("broken");
    }

    @Test
    void twoDeploymentsShouldShareNothing() throws IOException {
        metrics.counter(Metric.MODEL_TOKENS, "openai", "prompt").add(40);

        assertThat(shown(new Metrics())).doesNotContain("openai");
    }

    @Test
    void mistakesOfTheCallerShouldBeTold() {
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.counter(Metric.MODEL_TOKENS, "openai"));
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.counter(Metric.POLLS_WAITING));
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.gauge(Metric.PRODUCTS_MERGED, () -> 1));
        assertThatIllegalArgumentException().isThrownBy(() -> metrics.histogram(Metric.POLLS_WAITING));
    }

    private String shown() throws IOException {
        return shown(metrics);
    }

    private static String shown(Metrics metrics) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        TextFormats.accepted(List.of("text/plain")).write(text, metrics.snapshots());
        return text.toString(StandardCharsets.UTF_8);
    }
}
