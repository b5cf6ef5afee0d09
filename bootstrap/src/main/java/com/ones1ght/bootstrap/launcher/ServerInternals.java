package com.ones1ght.bootstrap.launcher;

import java.lang.reflect.Method;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.AbstractActiveDescriptor;
import org.glassfish.hk2.utilities.BuilderHelper;
import org.glassfish.hk2.utilities.ServiceLocatorUtilities;

/**
 * Access to the application server's service registry, beyond Payara Micro's public API. Payara does not publish these
 * classes for compilation, so they are used by reflection, and only here.
 */
final class ServerInternals {

    /** Above the rank of the server's own services, 0. */
    private static final int FIRST_CHOICE = 100;

    private final ServiceLocator services;

    private ServerInternals(ServiceLocator services) {
        this.services = services;
    }

    /**
     * The internals of the server in this JVM, once it has booted.
     *
     * @throws LaunchException if this is another version of the server than expected
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

    /** Replaces the server's service of this name. */
    <T> void provide(Class<T> contract, String name, T service) {
        AbstractActiveDescriptor<T> descriptor = BuilderHelper.createConstantDescriptor(service, name, contract);
        descriptor.setRanking(FIRST_CHOICE);
        ServiceLocatorUtilities.addOneDescriptor(services, descriptor);
    }

    /**
     * Changes the server's configuration while it runs, as {@code asadmin set} does.
     *
     * @param assignments {@code dotted.name=value}, applied in this order
     * @throws LaunchException if the server rejects one
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
                throw new LaunchException("The application server rejects its configuration: " + output);
            }
        } catch (ReflectiveOperationException e) {
            throw unknownServer(e);
        }
    }

    private static LaunchException unknownServer(ReflectiveOperationException e) {
        return new LaunchException("The application server is not the one of this distribution: " + e, e);
    }
}
