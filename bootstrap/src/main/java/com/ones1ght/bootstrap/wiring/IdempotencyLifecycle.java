package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.idempotency.ExpiredAnswers;
import com.ones1ght.application.idempotency.Idempotency;
import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.application.shared.port.UnitOfWork;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Creates what makes requests idempotent, and removes expired answers while the application runs. */
@ApplicationScoped
public class IdempotencyLifecycle {

    private static final Duration TICK = Duration.ofMinutes(10);

    @Inject
    private Answers answers;

    @Inject
    private Executor executor;

    @Inject
    private ScheduledExecutorService timer;

    @Inject
    private InstantSource clock;

    private @Nullable ExpiredAnswers expired;

    /** Not behind a proxy, which a final class cannot have: it holds no state. */
    @Produces
    Idempotency idempotency(
            UnitOfWork unitOfWork,
            @ConfigProperty(name = "ones1ght.idempotency.keep", defaultValue = "PT24H") Duration kept) {
        return new Idempotency(answers, unitOfWork, clock, kept);
    }

    void start() {
        expired = new ExpiredAnswers(answers, executor, timer, clock, TICK);
        expired.start();
    }

    @PreDestroy
    void stop() {
        if (expired != null) {
            expired.stop();
        }
    }
}
