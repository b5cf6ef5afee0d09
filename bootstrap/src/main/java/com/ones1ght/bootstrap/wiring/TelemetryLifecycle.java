package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.shared.Tracing;
import com.ones1ght.bootstrap.metrics.Metric;
import com.ones1ght.bootstrap.metrics.Metrics;
import com.ones1ght.bootstrap.telemetry.OtlpSpanRecorder;
import com.ones1ght.bootstrap.telemetry.TelemetrySettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Records traces if the settings say so; otherwise nothing of OpenTelemetry is loaded. */
@ApplicationScoped
public class TelemetryLifecycle {

    /** Within the time that servers give to a stop. */
    private static final Duration LAST_EXPORT = Duration.ofSeconds(3);

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Inject
    private Config config;

    @Inject
    private GatewayThreads threads;

    @Inject
    private ScheduledExecutorService timer;

    @Inject
    private Metrics metrics;

    private @Nullable OtlpSpanRecorder recorder;
    private @Nullable Future<?> ticks;

    @PostConstruct
    void create() {
        metrics.counted(Metric.SPANS_DROPPED, () -> recorder == null ? 0 : recorder.dropped());
        Optional<TelemetrySettings> settings =
                new TelemetryConfig(name -> config.getOptionalValue(name, String.class)).read();
        if (settings.isPresent()) {
            ExecutorService exports = threads.exports();
            OtlpSpanRecorder made = OtlpSpanRecorder.of(settings.get(), exports);
            recorder = made;
            ticks = timer.scheduleWithFixedDelay(
                    made::send, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Produces
    @Singleton
    Tracing tracing() {
        return recorder == null ? Tracing.OFF : new Tracing(recorder);
    }

    /** Sends what the stop of everything else has ended; before the threads stop. */
    @PreDestroy
    void stop() {
        if (ticks != null) {
            ticks.cancel(false);
            ticks = null;
        }
        if (recorder != null) {
            recorder.close(LAST_EXPORT);
        }
    }
}
