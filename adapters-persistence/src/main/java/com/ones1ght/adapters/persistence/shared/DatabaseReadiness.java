package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code /health/ready}: a node whose database is away can answer nothing, so a load balancer should pass it by. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final String NAME = "database";

    @Inject
    private Sql sql;

    @Override
    public HealthCheckResponse call() {
        try {
            sql.exists("SELECT 1");
            return HealthCheckResponse.up(NAME);
        } catch (StorageUnavailableException e) {
            return HealthCheckResponse.down(NAME);
        }
    }
}
