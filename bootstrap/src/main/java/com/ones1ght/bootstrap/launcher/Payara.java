package com.ones1ght.bootstrap.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Payara Micro inside this JVM, with its own folder under the data directory and its log in a file. */
final class Payara implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Payara.class.getName());
    private static final String APPLICATION = "ones1ght";

    private final PayaraMicroRuntime runtime;

    private Payara(PayaraMicroRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Starts the container without the application.
     *
     * @param threads the number of requests processed concurrently; others wait
     */
    static Payara boot(Distribution distribution, ServerLog log, int threads) {
        Path dataDir = log.dataDir();
        Path lib = distribution.lib();
        // Tell Payara that its modules are on the class path, and where.
        System.setProperty(
                "fish.payara.micro.BootJar",
                distribution.serverJar(dataDir).toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", lib.toString());
        // Grizzly would reject every header with a byte from 0x80 on; RequestHead checks what matters.
        System.setProperty("org.glassfish.grizzly.http.STRICT_HEADER_VALUE_VALIDATION_RFC_9110", "false");
        DriverLookup.run();
        try {
            Path root = dataDir.resolve("server");
            // A killed server leaves its application here; Payara would serve that instead of a newer one.
            Leftovers.removeTree(root);
            Path logging = log.configure();
            unpackResourceAdapters(lib.resolve("server"), root.resolve("lib/install/applications"));
            Path preBoot = Files.writeString(root.resolve("pre-boot.txt"), preBootCommands(threads));
            TrustStore trusted = TrustStore.current();
            PayaraMicroBoot boot = create(
                    "--rootdir",
                    root.toString(),
                    // "--nocluster" would still start Hazelcast, which listens on all addresses.
                    "--nohazelcast",
                    "--disablephonehome",
                    "--logproperties",
                    logging.toString(),
                    "--prebootcommandfile",
                    preBoot.toString());
            trusted.restore();
            removeOwnHooks();
            return new Payara(boot.getRuntime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            throw new LaunchException("The application server did not start: " + cause.getMessage(), cause);
        }
    }

    /** Deploys at the context root. Payara does not report a failed deployment and keeps running. */
    void deploy(Path war) {
        FirstFailure failure = new FirstFailure();
        Logger root = Logger.getLogger("");
        root.addHandler(failure);
        try {
            boolean deployed = runtime.deploy(APPLICATION, "/", war.toFile());
            if (!deployed || !runtime.getDeployedApplicationNames().contains(APPLICATION)) {
                throw new LaunchException("The application did not start: " + failure.text());
            }
        } finally {
            root.removeHandler(failure);
        }
    }

    /** Undeploys the application, which closes its beans, and stops the container. */
    @Override
    public void close() {
        try {
            runtime.undeploy(APPLICATION);
            runtime.shutdown();
        } catch (BootstrapException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The application server did not stop cleanly.", e);
        }
    }

    /**
     * The public entry point of Payara Micro first unpacks jars from a jar; this is the one behind it, which finds them on
     * the class path.
     */
    private static PayaraMicroBoot create(String... arguments) throws ReflectiveOperationException {
        return (PayaraMicroBoot) Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
                .getMethod("create", String[].class)
                .invoke(null, (Object) arguments);
    }

    /** Data sources need them unpacked; Payara would look for them in the root of a jar on its class path. */
    private static void unpackResourceAdapters(Path modules, Path applications) throws IOException {
        try (DirectoryStream<Path> adapters = Files.newDirectoryStream(modules, "*.rar")) {
            for (Path adapter : adapters) {
                Path folder =
                        applications.resolve(adapter.getFileName().toString().replace(".rar", ""));
                try (FileSystem content = FileSystems.newFileSystem(adapter);
                        Stream<Path> files = Files.walk(content.getPath("/"))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Path target = folder.resolve(file.toString().substring(1));
                        Files.createDirectories(target.getParent());
                        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    private static String preBootCommands(int threads) {
        String http = "configs.config.server-config.network-config.protocols.protocol.http-listener.http.";
        return Stream.concat(
                        HttpListener.preBootCommands().stream(),
                        Stream.of(
                                "set " + http + "request-timeout-seconds=60",
                                // Phones poll over one connection, which must stay open between two slow polls.
                                "set " + http + "timeout-seconds=75",
                                // With Payara's 200, requests would only wait for processors and database connections.
                                "set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size="
                                        + threads,
                                // The application has its own at the same path; the server's would count requests, too.
                                "set configs.config.server-config.microprofile-metrics-configuration.enabled=false"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * Payara's shutdown hook would run concurrently with ours and stop the container while the application still closes.
     * Java offers no other way to remove a foreign hook; the manifest opens the package for Payara anyway.
     */
    private static void removeOwnHooks() {
        try {
            Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
            hooks.setAccessible(true);
            ((Map<?, ?>) hooks.get(null))
                    .keySet()
                    .removeIf(hook -> hook.getClass().getName().startsWith("fish.payara.")
                            || hook.getClass().getName().startsWith("org.glassfish.")
                            || hook.getClass().getName().startsWith("com.sun.enterprise.")
                            // Would close the log before the last record; ServerLog closes it at the end.
                            || hook.getClass().getName().startsWith("java.util.logging."));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "Payara's shutdown hook stays.", e);
        }
    }

    /** Keeps the first severe record: Payara reports a failed deployment only in its log. */
    private static final class FirstFailure extends Handler {

        private volatile @Nullable LogRecord first;

        @Override
        public void publish(LogRecord logged) {
            LogRecord known = first;
            boolean severe = logged.getLevel().intValue() >= Level.SEVERE.intValue();
            if (severe && (known == null || !namesASetting(known) && namesASetting(logged))) {
                first = logged;
            }
        }

        String text() {
            LogRecord found = first;
            if (found == null) {
                return "see the log.";
            }
            Throwable cause = rootCause(found);
            return brief(cause == null ? new SimpleFormatter().formatMessage(found) : sentence(cause));
        }

        private static @Nullable Throwable rootCause(LogRecord logged) {
            Throwable cause = logged.getThrown();
            while (cause != null && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause;
        }

        /** The container may report that a start failed before it says why. */
        private static boolean namesASetting(LogRecord logged) {
            Throwable cause = rootCause(logged);
            return cause != null && namesASetting(cause.getMessage());
        }

        private static boolean namesASetting(@Nullable String message) {
            return message != null && message.startsWith(Settings.PREFIX);
        }

        /** Messages about settings begin with the setting's name; the exception's class in front is noise. */
        private static String sentence(Throwable cause) {
            String message = cause.getMessage();
            return namesASetting(message) ? message : cause.toString();
        }

        /** Weld puts the stack traces of all unsatisfied dependencies into one message. */
        private static String brief(String message) {
            return message.lines()
                    .filter(line -> !line.startsWith("\tat ") && !line.isBlank() && !line.startsWith("Exception "))
                    .distinct()
                    .limit(12)
                    .collect(Collectors.joining(System.lineSeparator()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
