package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.shared.NodeState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Moves this node's state on. The server undeploys the application some time after its process was told to end; a
 * shutdown hook of our own notices that at once, so that the node says that it is not ready while it still serves, and
 * ends its streams.
 */
@ApplicationScoped
public class NodeLifecycle {

    private static final System.Logger LOG = System.getLogger(NodeLifecycle.class.getName());

    private final NodeState state = new NodeState();

    @Inject
    @ConfigProperty(name = "ones1ght.http.drain", defaultValue = "PT0S")
    private Duration drain;

    private @Nullable Thread hook;

    @Produces
    @Singleton
    NodeState state() {
        return state;
    }

    /** The start is over. */
    void serve() {
        Thread thread = new Thread(this::processEnds, "ones1ght-stop");
        try {
            Runtime.getRuntime().addShutdownHook(thread);
            hook = thread;
            state.serve();
        } catch (IllegalStateException alreadyEnding) {
            state.stop();
        }
    }

    /** The node has warmed up. */
    void ready() {
        state.ready();
    }

    private void processEnds() {
        LOG.log(System.Logger.Level.INFO, "The gateway is stopping, after a drain of {0}", drain);
        state.drain();
        try {
            TimeUnit.MILLISECONDS.sleep(drain.toMillis());
        } catch (InterruptedException undeployed) {
            Thread.currentThread().interrupt();
        }
        state.stop();
    }

    /** The application is undeployed. */
    void stop() {
        state.stop();
        Thread thread = hook;
        if (thread == null) {
            return;
        }
        try {
            // It would keep this deployment in memory.
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException processEnds) {
            thread.interrupt();
        }
    }
}
