package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code /health/ready}: takes a node out of rotation whose database cannot store a round. The check uses the same pool
 * as requests and writes 256 KiB; it runs at most once a second, however many clients ask.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    /** Below the two seconds that load balancers commonly wait. */
    static final Duration LIMIT = Duration.ofMillis(1500);

    /**
     * A temporary table grows by whole pages, which fails on a full disk, and the commit truncates it: hardly any
     * write-ahead log, no wait for the disk, no dead rows. An update of an existing row would succeed on a full disk. For
     * a user without the right to create temporary tables the write is skipped.
     */
    static final String PROBE = """
            DO $$
            BEGIN
              IF current_setting('transaction_read_only') = 'on' THEN
                RAISE EXCEPTION 'the database is read-only' USING ERRCODE = '25006';
              END IF;
              IF to_regclass('pg_temp.ones1ght_readiness') IS NULL THEN
                CREATE TEMPORARY TABLE ones1ght_readiness (filler text) ON COMMIT DELETE ROWS;
              END IF;
              INSERT INTO pg_temp.ones1ght_readiness SELECT repeat('x', 2000) FROM generate_series(1, 128);
            EXCEPTION WHEN insufficient_privilege THEN
              NULL;
            END $$""";

    private static final System.Logger LOG = System.getLogger(DatabaseReadiness.class.getName());
    private static final String NAME = "database";
    private static final long IDLE_SECONDS = 30;

    @Inject
    private Sql sql;

    @Resource
    private ManagedThreadFactory threads;

    private ThreadPoolExecutor executor;
    private SharedCheck check;

    @PostConstruct
    void start() {
        executor = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        executor.allowCoreThreadTimeOut(true);
        check = new SharedCheck(() -> sql.statement(PROBE).update(), executor, LIMIT, System::nanoTime);
    }

    @Override
    public HealthCheckResponse call() {
        try {
            check.await();
            return HealthCheckResponse.up(NAME);
        } catch (TimeoutException e) {
            return down("no answer within " + LIMIT.toMillis() + " ms");
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof StorageUnavailableException)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Readiness check failed; reporting the database as down",
                        e.getCause());
            }
            return down("the database cannot be written to");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down("the check was interrupted");
        }
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }
}
