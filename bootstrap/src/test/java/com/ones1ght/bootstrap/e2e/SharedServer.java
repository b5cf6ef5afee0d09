package com.ones1ght.bootstrap.e2e;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the one {@link PackagedServer} of its JVM, as a parameter. It is started by the first test that asks for
 * it; tests share it one after the other, so they make their own profiles and leave the process alone.
 */
public final class SharedServer implements ParameterResolver {

    /** Authenticates the operator of this server. */
    static final String SYSTEM_KEY = "the-operators-key-of-the-shared-server";

    /** Long enough for every client that means well. */
    static final Duration BODY_TIMEOUT = Duration.ofSeconds(5);

    /** Walks pass quicker than shoppers do. */
    private static final Map<String, String> SETTINGS = Map.of(
            "ones1ght.system.key",
            SYSTEM_KEY,
            "ones1ght.http.body-timeout",
            BODY_TIMEOUT.toString(),
            "ones1ght.rate-limit.position",
            "0",
            // As behind a proxy on the same machine, with all that such servers log.
            "ones1ght.http.trusted-proxies",
            "127.0.0.1",
            "ones1ght.log.access",
            "true",
            // Tests are in a hurry.
            "ones1ght.http.warm-up",
            "PT0S",
            // It lives long enough for the JVM that operators have.
            PackagedServer.JVM_ARGUMENTS,
            "");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PackagedServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SharedServer.class))
                .getOrComputeIfAbsent(Kept.class, key -> new Kept(PackagedServer.start(SETTINGS)), Kept.class)
                .server();
    }

    /** Closed by JUnit when the last test of the JVM is done. */
    private record Kept(PackagedServer server) implements AutoCloseable {

        @Override
        public void close() {
            server.close();
        }
    }
}
