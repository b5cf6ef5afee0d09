package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.persistence.shared.DatabaseMigration;
import com.ones1ght.adapters.persistence.shared.GatewayDataSource;
import com.ones1ght.application.access.ProvisionTenantUseCase;
import com.ones1ght.application.visit.IdleChatSessions;
import com.ones1ght.domain.shared.Language;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The order of the start: look at the settings, bring the database up to date, make the demo tenant if one is wanted,
 * run rounds, and tell of events. Any failure fails the deployment. Declared in {@code web.xml}, where the order of
 * listeners is defined.
 */
public class GatewayStartup implements ServletContextListener {

    private static final System.Logger LOG = System.getLogger(GatewayStartup.class.getName());
    private static final String DEMO_TENANT = "demo";

    @Resource(lookup = GatewayDataSource.NAME)
    private DataSource dataSource;

    /** Looks at the settings by being made. */
    @Inject
    private SettingsCheck settings;

    @Inject
    private ProvisionTenantUseCase provisionTenant;

    @Inject
    private RunnerLifecycle runner;

    /** Made when it is needed: its rules are made of settings that have to be looked at first. */
    @Inject
    private Instance<IdleChatSessions> idleChatSessionsOfThisNode;

    private @Nullable IdleChatSessions idleChatSessions;

    @Inject
    private NodeLifecycle node;

    @Inject
    private KeyLifecycle keys;

    @Inject
    private OnceOnlyUseCases onceOnly;

    @Inject
    private EventLifecycle events;

    @Inject
    private SignageLifecycle signages;

    @Inject
    private OutboxMetrics outboxMetrics;

    @Inject
    @ConfigProperty(name = "ones1ght.demo.sdk-key")
    private Optional<String> demoClientKey;

    @Inject
    @ConfigProperty(name = "ones1ght.demo.admin-key")
    private Optional<String> demoAdminKey;

    @Inject
    @ConfigProperty(name = "ones1ght.demo.credits", defaultValue = "1000000")
    private long demoCredits;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        new DatabaseMigration(dataSource).run();
        if (demoClientKey.isPresent() && demoAdminKey.isPresent()) {
            provisionTenant.provision(new ProvisionTenantUseCase.Command(
                    DEMO_TENANT,
                    "OneS1ght Demo Market",
                    Language.DEFAULT,
                    demoCredits,
                    demoClientKey.get(),
                    demoAdminKey.get()));
        }
        keys.start();
        onceOnly.start();
        runner.start();
        idleChatSessions = idleChatSessionsOfThisNode.get();
        idleChatSessions.start();
        signages.start();
        events.start();
        outboxMetrics.start();
        node.ready();
        LOG.log(System.Logger.Level.INFO, "The gateway is ready");
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        node.stop();
        events.stop();
        signages.stop();
        if (idleChatSessions != null) {
            idleChatSessions.stop();
        }
        runner.stop();
        onceOnly.stop();
        keys.stop();
        LOG.log(System.Logger.Level.INFO, "The gateway has stopped");
    }
}
