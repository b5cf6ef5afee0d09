package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.NodeState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code /health/ready}: down as soon as a stop is announced, so that load balancers avoid a node that still serves. */
@Readiness
@ApplicationScoped
public class NodeReadiness implements HealthCheck {

    private NodeState node;

    /** For the container's proxy. */
    protected NodeReadiness() {}

    @Inject
    public NodeReadiness(NodeState node) {
        this.node = node;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("node").status(node.isReady()).build();
    }
}
