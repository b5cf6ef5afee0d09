package com.ones1ght.bootstrap.wiring;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;

/**
 * Fails the deployment, before anything else, on a server that lacks what the gateway requires of it: otherwise one class
 * after the other would be missing, in messages that name no cause.
 */
public class ServerCheck implements Extension {

    private record Required(String specification, String type) {}

    private static final List<Required> REQUIRED = List.of(
            new Required("Jakarta Concurrency 3.0", "jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition"),
            new Required("Jakarta Persistence", "jakarta.persistence.EntityManager"),
            new Required("Jakarta RESTful Web Services", "jakarta.ws.rs.core.Application"),
            new Required("MicroProfile Config", "org.eclipse.microprofile.config.Config"),
            new Required("MicroProfile Fault Tolerance", "org.eclipse.microprofile.faulttolerance.Retry"),
            new Required("MicroProfile Health", "org.eclipse.microprofile.health.HealthCheck"),
            new Required("MicroProfile Rest Client", "org.eclipse.microprofile.rest.client.RestClientBuilder"));

    void check(@Observes BeforeBeanDiscovery start) {
        List<String> missing = missing(ServerCheck.class.getClassLoader());
        if (!missing.isEmpty()) {
            throw new DeploymentException("This server lacks " + String.join(", ", missing)
                    + ", which the gateway requires: add the feature, or deploy it on a server for Jakarta EE 10 and"
                    + " MicroProfile 6.1: Payara, WildFly or Open Liberty.");
        }
    }

    /** The names of the specifications that the server lacks. */
    static List<String> missing(ClassLoader server) {
        return REQUIRED.stream()
                .filter(required -> !has(server, required.type))
                .map(Required::specification)
                .toList();
    }

    private static boolean has(ClassLoader server, String type) {
        try {
            Class.forName(type, false, server);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
