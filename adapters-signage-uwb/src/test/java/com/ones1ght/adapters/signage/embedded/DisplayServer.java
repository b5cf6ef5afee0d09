package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.application.shared.NodeState;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.glassfish.grizzly.http.server.CLStaticHttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.servlet.ServletRegistration;
import org.glassfish.grizzly.servlet.WebappContext;

/** Serves the pages over a real socket, on the application server's HTTP engine alone. */
final class DisplayServer implements AutoCloseable {

    private final HttpServer server = new HttpServer();
    private final DisplayServlet servlet;

    DisplayServer(
            SignageHub hub,
            DisplaySettings settings,
            Executor workers,
            ScheduledExecutorService timer,
            InstantSource clock) {
        servlet = new DisplayServlet(hub, settings, workers, timer, clock, new NodeState());
        WebappContext context = new WebappContext("signage", "");
        ServletRegistration registration = context.addServlet("signage", servlet);
        registration.addMapping("/signage/*");
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        server.addListener(new NetworkListener("http", "127.0.0.1", 0));
        context.deploy(server);
        serveStatic("/signage-assets");
        serveStatic("/store");
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serveStatic(String path) {
        server.getServerConfiguration()
                .addHttpHandler(
                        new CLStaticHttpHandler(getClass().getClassLoader(), "META-INF/resources" + path + "/"), path);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getListener("http").getPort() + path);
    }

    int connected() {
        return servlet.connected();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
