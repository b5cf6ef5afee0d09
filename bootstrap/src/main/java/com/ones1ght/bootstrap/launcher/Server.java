package com.ones1ght.bootstrap.launcher;

import com.ones1ght.bootstrap.launcher.log.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The server's own JVM: PostgreSQL and Payara start side by side, then the application is deployed. */
public final class Server {

    static final String STARTED_AT = "ones1ght.launcher.started-at";
    static final String TRAIN = "ones1ght.launcher.train";

    /** A {@link DatabaseCommand} to run instead of serving, and its file. */
    static final String COMMAND = "ones1ght.launcher.command";

    static final String FILE = "ones1ght.launcher.file";

    private static final System.Logger LOG = System.getLogger(Server.class.getName());

    private final Settings settings;
    private final Distribution distribution;
    private final HttpListener listener;
    private Optional<EmbeddedPostgres> postgres = Optional.empty();
    private Optional<Payara> payara = Optional.empty();
    private @Nullable FileLock dataDirLock;
    private volatile boolean stopping;

    private Server(Settings settings, Distribution distribution) {
        this.settings = settings;
        this.distribution = distribution;
        this.listener = new HttpListener(settings.http());
    }

    /**
     * Serves until a signal, or until the end of standard input if started by the launcher.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Settings.Source source = Settings.Source.ofThisProcess();
        Console console = LogSettings.read(source).console();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) ->
                LOG.log(System.Logger.Level.ERROR, "Uncaught in thread " + thread.getName(), failure));
        // Payara prints its configuration to standard output when it stops.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            Settings settings = Settings.read(source);
            String command = System.getProperty(COMMAND);
            if (command != null) {
                endWithStandardInput();
                Path file = Path.of(System.getProperty(FILE));
                console.print(
                        Server.class, new DatabaseCommand(command, file, settings, Distribution.ofThisJar()).run());
                System.exit(0);
            }
            Server server = new Server(settings, Distribution.ofThisJar());
            server.startOrStop(console);
            if (Long.getLong(STARTED_AT) != null) {
                endWithStandardInput();
            }
            if (Boolean.getBoolean(TRAIN)) {
                // The JVM writes the archive when it exits.
                System.exit(0);
            }
        } catch (LaunchException e) {
            console.error(Server.class, e.getMessage());
            LOG.log(System.Logger.Level.DEBUG, "The start failed.", e);
            System.exit(1);
        } catch (IOException | RuntimeException e) {
            console.error(Server.class, "The start failed: " + e);
            System.exit(1);
        }
    }

    /** A start that fails because the server is being stopped is not reported. */
    private void startOrStop(Console console) throws IOException {
        try {
            start(console);
        } catch (IOException | RuntimeException e) {
            if (!stopping) {
                throw e;
            }
            LOG.log(System.Logger.Level.DEBUG, "Stopped during the start.", e);
        }
    }

    private void start(Console console) throws IOException {
        OpenFiles.check();
        dataDirLock = DataDirLock.take(settings.dataDir());
        ServerLog log = new ServerLog(settings.log(), settings.dataDir());
        log.install();
        LOG.log(
                System.Logger.Level.INFO,
                "Starting on Java {0}, with data in {1}",
                Runtime.version(),
                settings.dataDir());
        listener.check();
        // One hook for both: two would run concurrently, and PostgreSQL would stop before the application has closed.
        // Registered here, because a refused start has nothing to stop.
        if (!ProcessEnd.await("stop", this::stop)) {
            return;
        }
        Optional<DemoEnv> demo = settings.demo() ? Optional.of(DemoEnv.in(settings.dataDir())) : Optional.empty();
        System.setProperty(Settings.DEMO, Boolean.toString(settings.demo()));
        demo.ifPresent(DemoEnv::propose);

        CompletableFuture<Void> database = CompletableFuture.runAsync(this::startDatabase);
        payara = Optional.of(Payara.boot(distribution, log, settings.http().threads()));
        join(database);
        payara.get().deploy(settings.war().orElse(distribution.war()));

        String baseUrl = listener.open();
        demo.ifPresent(env -> env.agreed().write(baseUrl));
        if (Boolean.getBoolean(TRAIN)) {
            return;
        }
        Welcome welcome = new Welcome(baseUrl, settings, demo, startedAt());
        console.print(Server.class, console.isLog() ? welcome.sentence() : welcome.text());
    }

    private static long startedAt() {
        return Long.getLong(
                STARTED_AT,
                ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli());
    }

    private void startDatabase() {
        Settings.Database database = settings.database().orElseGet(() -> {
            EmbeddedPostgres embedded =
                    new EmbeddedPostgres(settings.dataDir().resolve("postgres"), distribution.postgresJar());
            postgres = Optional.of(embedded);
            return embedded.start();
        });
        System.setProperty(Settings.DB_URL, database.url());
        database.user().ifPresent(user -> System.setProperty(Settings.DB_USER, user));
        database.password().ifPresent(password -> System.setProperty(Settings.DB_PASSWORD, password));
    }

    private static void join(CompletableFuture<Void> database) {
        try {
            database.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LaunchException launch) {
                throw launch;
            }
            throw new LaunchException("PostgreSQL did not start: " + e.getCause(), e.getCause());
        }
    }

    /**
     * First the listener, because the application answers the clients; then the application, which needs the database in
     * order to release its work; then the database.
     */
    private void stop() {
        stopping = true;
        LOG.log(System.Logger.Level.INFO, "Stopping");
        drain();
        listener.close();
        payara.ifPresent(Payara::close);
        postgres.ifPresent(EmbeddedPostgres::close);
        LOG.log(System.Logger.Level.INFO, "Stopped");
        ServerLog.close();
    }

    /** The application notices the stop by itself and reports that it is not ready. */
    private void drain() {
        try {
            if (listener.isOpen()) {
                listener.drain();
                TimeUnit.MILLISECONDS.sleep(settings.http().drain().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The launcher holds the other end of the pipe: if it is killed, the server ends too. */
    private static void endWithStandardInput() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            continue;
                        }
                    } catch (IOException e) {
                        LOG.log(System.Logger.Level.DEBUG, "Reading standard input failed.", e);
                    }
                    Runtime.getRuntime().halt(137);
                },
                "watch-launcher");
        watch.setDaemon(true);
        watch.start();
    }
}
