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
     * Starts the container, still without the application.
     *
     * @param threads how many requests it works on at once at the most; the others wait
     */
    static Payara boot(Distribution distribution, Path dataDir, int threads) {
        Path lib = distribution.lib();
        // By these two Payara knows that its modules are on the class path, and where.
        System.setProperty(
                "fish.payara.micro.BootJar",
                distribution.serverJar(dataDir).toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", lib.toString());
        // Grizzly would refuse every header with a byte from 0x80 on; RequestHead checks what matters.
        System.setProperty("org.glassfish.grizzly.http.STRICT_HEADER_VALUE_VALIDATION_RFC_9110", "false");
        try {
            Path root = dataDir.resolve("server");
            // A killed server leaves its application there, which Payara would serve instead of a newer one.
            Leftovers.removeTree(root);
            Path logging = ServerLog.configure(dataDir);
            unpackResourceAdapters(lib.resolve("server"), root.resolve("lib/install/applications"));
            Path preBoot = Files.writeString(root.resolve("pre-boot.txt"), preBootCommands(threads));
            PayaraMicroBoot boot = create(
                    "--rootdir",
                    root.toString(),
                    // "--nocluster" would still start Hazelcast, listening on every address of the machine.
                    "--nohazelcast",
                    "--disablephonehome",
                    "--logproperties",
                    logging.toString(),
                    "--prebootcommandfile",
                    preBoot.toString());
            removeOwnHooks();
            return new Payara(boot.getRuntime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            throw new LaunchException("The application server did not start: " + cause.getMessage(), cause);
        }
    }

    /** Deploys at the root; a deployment that fails leaves Payara itself content and running. */
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

    /** Undeploys, by which the application's own beans close, and ends the container. */
    @Override
    public void close() {
        try {
            runtime.undeploy(APPLICATION);
            runtime.shutdown();
        } catch (BootstrapException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The application server did not stop in order.", e);
        }
    }

    /**
     * The public entry of Payara Micro unpacks jars out of a jar first; this is the one behind it, which finds them on
     * the class path.
     */
    private static PayaraMicroBoot create(String... arguments) throws ReflectiveOperationException {
        return (PayaraMicroBoot) Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
                .getMethod("create", String[].class)
                .invoke(null, (Object) arguments);
    }

    /** Data sources need them unpacked; Payara itself would look for them in the root of some jar of its class path. */
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
                                // A phone polls over one connection: it stays open between two polls of the slowest.
                                "set " + http + "timeout-seconds=75",
                                // Payara's 200 would only wait for the processors and for connections to the database.
                                "set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size="
                                        + threads))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * Payara's own shutdown hook would run beside ours and take the container away while the application still closes.
     * Java has no way to take back someone else's hook but this one; the manifest opens the package for Payara anyway.
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
                            // Would close the log before the last line is written; ServerLog does it in the end.
                            || hook.getClass().getName().startsWith("java.util.logging."));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "Payara's shutdown hook stays.", e);
        }
    }

    /** Keeps the first severe record: Payara reports a failed deployment by its log alone. */
    private static final class FirstFailure extends Handler {

        private volatile @Nullable LogRecord first;

        @Override
        public void publish(LogRecord logged) {
            if (first == null && logged.getLevel().intValue() >= Level.SEVERE.intValue()) {
                first = logged;
            }
        }

        String text() {
            LogRecord found = first;
            if (found == null) {
                return "see the log.";
            }
            Throwable cause = found.getThrown();
            while (cause != null && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return brief(cause == null ? new SimpleFormatter().formatMessage(found) : sentence(cause));
        }

        /** What is wrong with a setting is said in a sentence that begins with its name; there the class is noise. */
        private static String sentence(Throwable cause) {
            String message = cause.getMessage();
            return message != null && message.startsWith(Settings.PREFIX) ? message : cause.toString();
        }

        /** Weld puts the stack traces of everything that it misses into one message. */
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
