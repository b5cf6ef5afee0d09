package com.ones1ght.bootstrap.launcher;

import java.lang.reflect.Method;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.AbstractActiveDescriptor;
import org.glassfish.hk2.utilities.BuilderHelper;
import org.glassfish.hk2.utilities.ServiceLocatorUtilities;

/**
 * The registry of services of the application server in this JVM: what Payara Micro's public API does not reach. Payara
 * does not publish the jars of these classes to compile against, so they are found by name; what is needed of them stands
 * here, and nowhere else.
 */
final class ServerInternals {

    /** Above the server's own services, which have 0. */
    private static final int FIRST_CHOICE = 100;

    private final ServiceLocator services;

    private ServerInternals(ServiceLocator services) {
        this.services = services;
    }

    /**
     * Of the one server that runs in this JVM, once it has booted.
     *
     * @throws LaunchException if this is another server than the one that was built for
     */
    static ServerInternals ofThisJvm() {
        try {
            Object services = Class.forName("org.glassfish.internal.api.Globals")
                    .getMethod("getDefaultHabitat")
                    .invoke(null);
            return new ServerInternals((ServiceLocator) services);
        } catch (ReflectiveOperationException e) {
            throw unknownServer(e);
        }
    }

    /** From now on the server takes this service for the name, in place of its own. */
    <T> void provide(Class<T> contract, String name, T service) {
        AbstractActiveDescriptor<T> descriptor = BuilderHelper.createConstantDescriptor(service, name, contract);
        descriptor.setRanking(FIRST_CHOICE);
        ServiceLocatorUtilities.addOneDescriptor(services, descriptor);
    }

    /**
     * Changes the server's configuration while it runs, as {@code asadmin set} does.
     *
     * @param assignments {@code dotted.name=value}, applied in this order
     * @throws LaunchException if the server refuses one
     */
    void set(String... assignments) {
        try {
            Class<?> runners = Class.forName("org.glassfish.embeddable.CommandRunner");
            Method run = runners.getMethod("run", String.class, String[].class);
            Object result = run.invoke(services.getService(runners), "set", assignments);
            Class<?> results = Class.forName("org.glassfish.embeddable.CommandResult");
            Object status = results.getMethod("getExitStatus").invoke(result);
            if (!"SUCCESS".equals(String.valueOf(status))) {
                Object output = results.getMethod("getOutput").invoke(result);
                throw new LaunchException("The application server refuses its configuration: " + output);
            }
        } catch (ReflectiveOperationException e) {
            throw unknownServer(e);
        }
    }

    private static LaunchException unknownServer(ReflectiveOperationException e) {
        return new LaunchException("The application server is not the one of this distribution: " + e, e);
    }
}
