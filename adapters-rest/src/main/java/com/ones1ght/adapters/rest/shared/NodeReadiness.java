package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.NodeState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code /health/ready}: up from the end of the warm-up until a stop is announced, so that load balancers avoid a node
 * that is still slow, or about to stop. Its data say why it is down.
 */
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
        return HealthCheckResponse.named("node")
                .status(node.isReady())
                .withData("phase", node.phase().name().toLowerCase(Locale.ROOT))
                .build();
    }
}
