package com.ones1ght.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The packaged server on a free port, one for all tests: a parameter of those that need it. */
public final class Gateway implements ParameterResolver, AutoCloseable {

    private static final long START_SECONDS = 150;

    private Process process;
    private Properties demo;

    /** @return the address, without a slash at its end */
    public URI address() {
        return URI.create(demo.getProperty("BASE_URL"));
    }

    /** @return the key of the demo tenant */
    public String key() {
        return demo.getProperty("SDK_KEY");
    }

    private static Gateway start() {
        Gateway gateway = new Gateway();
        try {
            Path data = Files.createTempDirectory(Path.of("target"), "gateway");
            Path console = data.resolve("console.out");
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dones1ght.data.dir=" + data.toAbsolutePath(),
                            "-Dones1ght.http.port=0",
                            "-jar",
                            Path.of("..", "target", "ones1ght.jar").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("ONES1GHT_"));
            gateway.process = builder.start();
            gateway.awaitReady(console);
            gateway.demo = new Properties();
            try (InputStream env = Files.newInputStream(data.resolve("demo.env"))) {
                gateway.demo.load(env);
            }
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Path console) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.readString(console).contains("is ready in")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("The gateway did not start:\n" + Files.readString(console));
            }
            try {
                process.waitFor(100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** An orderly stop, which ends the database, too. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Gateway.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Gateway.class))
                .getOrComputeIfAbsent(Gateway.class, type -> start(), Gateway.class);
    }
}
