package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.persistence.shared.ConnectionBudget;
import com.ones1ght.adapters.persistence.shared.ConnectionLimit;
import com.ones1ght.adapters.persistence.shared.DatabaseMigration;
import com.ones1ght.adapters.persistence.shared.GatewayDataSource;
import com.ones1ght.adapters.persistence.shared.OwnDrivers;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.rest.shared.RequestEntryFilter;
import com.ones1ght.application.visit.IdleChatSessions;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Starts the gateway in order: backends, database migration, demo tenant, and then the work in the
 * background. A failure fails the deployment. Declared in {@code web.xml}, where the order of listeners is defined.
 */
public class GatewayStartup implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(GatewayStartup.class.getName());

    /** Until then the container has the processors to itself, to finish the start. */
    private static final Duration WARM_UP_DELAY = Duration.ofSeconds(1);

    /** Until their code is fast enough for the first shoppers; it gets faster for a minute. */
    private static final Duration REHEARSING = Duration.ofMillis(1500);

    /** Kickoffs are what shoppers wait for. */
    private static final int KICKOFFS = 10;

    @Resource(lookup = GatewayDataSource.NAME)
    private DataSource dataSource;

    @Inject
    private Sql sql;

    /** Looks at the settings by being made. */
    @Inject
    private SettingsCheck settings;

    @Inject
    private DemoLifecycle demo;

    @Inject
    private Pipelines pipelines;

    @Inject
    private ScheduledExecutorService timer;

    @Inject
    private Executor helpers;

    @Inject
    private ChatLifecycle chats;

    @Inject
    private RunnerLifecycle runner;

    /** Made when it is needed: its rules are made of settings that have to be looked at first. */
    @Inject
    private Instance<IdleChatSessions> idleChatSessionsOfThisNode;

    private @Nullable IdleChatSessions idleChatSessions;

    /** Made when it is needed, like the sessions. */
    @Inject
    private Instance<KickoffRehearsal> kickoffs;

    private @Nullable WarmUp warmUp;

    private final LogContext logContext = new LogContext();

    @Inject
    private NodeLifecycle node;

    @Inject
    private KeyLifecycle keys;

    @Inject
    private IdempotencyLifecycle idempotency;

    @Inject
    private AnalyticsLifecycle analytics;

    @Inject
    private EventLifecycle events;

    @Inject
    private SignageLifecycle signages;

    @Inject
    private TelemetryLifecycle telemetry;

    @Inject
    private QueueMetrics queueMetrics;

    @Inject
    @ConfigProperty(name = "ones1ght.db.pool-size", defaultValue = "" + ConnectionLimit.DEFAULT)
    private int poolSize;

    @Inject
    @ConfigProperty(name = "ones1ght.http.warm-up", defaultValue = "PT10S")
    private Duration warmUpLimit;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        logContext.install();
        JdkTimer.start();
        pipelines.start();
        new DatabaseMigration(dataSource).run();
        reportConnections();
        demo.start();
        keys.start();
        idempotency.start();
        analytics.start();
        chats.start();
        runner.start();
        idleChatSessions = idleChatSessionsOfThisNode.get();
        idleChatSessions.start();
        signages.start();
        events.start();
        queueMetrics.start();
        demo.startErasing();
        node.serve();
        LOG.log(System.Logger.Level.INFO, "The gateway serves");
        startWarmUp();
    }

    private void startWarmUp() {
        List<Runnable> rehearsals = new ArrayList<>(pipelines.rehearsals());
        KickoffRehearsal kickoff = kickoffs.get();
        for (int i = 0; i < KICKOFFS; i++) {
            rehearsals.add(kickoff::run);
        }
        warmUp = new WarmUp(pipelines.loads(), rehearsals, helpers, timer);
        Duration rehearsing = warmUpLimit.compareTo(REHEARSING) < 0 ? warmUpLimit : REHEARSING;
        warmUp.start(WARM_UP_DELAY, rehearsing, warmUpLimit, () -> {
            node.ready();
            LOG.log(System.Logger.Level.INFO, "The gateway is ready");
        });
    }

    /** Before this node listens for signals, by which nodes are counted. */
    private void reportConnections() {
        ConnectionBudget budget = ConnectionBudget.read(sql, poolSize);
        LOG.log(
                System.Logger.Level.INFO,
                "This node takes up to {0} of PostgreSQL''s {1} connections",
                budget.perNode(),
                budget.available());
        budget.shortage().ifPresent(shortage -> LOG.log(System.Logger.Level.WARNING, shortage));
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        event.getServletContext().setAttribute(RequestEntryFilter.STOPPED, true);
        if (warmUp != null) {
            warmUp.stop();
        }
        node.stop();
        events.stop();
        signages.stop();
        if (idleChatSessions != null) {
            idleChatSessions.stop();
        }
        runner.stop();
        idempotency.stop();
        analytics.stop();
        keys.stop();
        if (warmUp != null) {
            warmUp.awaitEnd();
        }
        telemetry.stop();
        LOG.log(System.Logger.Level.INFO, "The gateway has stopped");
        OwnDrivers.deregister();
        logContext.remove();
    }
}
