package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that runs as long as the server and keeps its data.
 *
 * <p>It is restarted whenever it dies; a postmaster that a crashed server left behind is adopted. The data directory keeps
 * its password, and its port unless that is taken at a start, so that connection pools find a restarted database. It
 * listens on the loopback address only.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
    private static final long RETRY_MILLIS = 200;

    private final Path folder;
    private final Path programsJar;
    private final Path data;
    private @Nullable PostgresPrograms programs;
    private PostgresConnection connection;
    private volatile boolean closing;
    private @Nullable Thread supervisor;

    /**
     * @param folder of data, programs and connection settings
     * @param programsJar the jar with PostgreSQL's programs
     */
    EmbeddedPostgres(Path folder, Path programsJar) {
        this.folder = folder;
        this.programsJar = programsJar;
        this.data = folder.resolve("data");
    }

    /** Whether there is a data directory. */
    boolean exists() {
        return Files.exists(data);
    }

    /** How to connect to the one that another process has started; empty if none is running. */
    Optional<Settings.Database> running() {
        try {
            return postmaster().isPresent()
                    ? Optional.of(database(PostgresConnection.keptIn(connectionFile(), true)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new LaunchException("The embedded PostgreSQL cannot be reached: " + e.getMessage(), e);
        }
    }

    private Path connectionFile() {
        return folder.resolve("connection.properties");
    }

    /** Starts it and returns how to connect. */
    Settings.Database start() {
        try {
            Files.createDirectories(folder);
            for (String incomplete : List.of("unpacking*", "creating*", "*.out")) {
                Leftovers.remove(folder, incomplete);
            }
            programs = new PostgresPrograms(PostgresBinaries.unpacked(programsJar, folder), folder);
            connection =
                    PostgresConnection.keptIn(connectionFile(), postmaster().isPresent());
            if (!exists()) {
                create();
            }
            startUnlessRunning();
        } catch (IOException e) {
            throw new LaunchException("The embedded PostgreSQL did not start: " + e.getMessage(), e);
        }
        supervisor = new Thread(this::supervise, "supervise-postgres");
        supervisor.setDaemon(true);
        supervisor.start();
        return database(connection);
    }

    private static Settings.Database database(PostgresConnection connection) {
        return new Settings.Database(
                "jdbc:postgresql://127.0.0.1:%s/%s".formatted(connection.port(), PostgresConnection.NAME),
                Optional.of(PostgresConnection.NAME),
                Optional.of(connection.password()));
    }

    /** Stops it if it is running; open transactions are rolled back. */
    @Override
    public void close() {
        closing = true;
        if (supervisor != null) {
            supervisor.interrupt();
        }
        try {
            // The supervisor may be restarting it.
            synchronized (this) {
                if (programs != null && postmaster().isPresent()) {
                    programs.run("pg_ctl", "-D", data.toString(), "-m", "fast", "-t", "10", "-w", "stop");
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "PostgreSQL did not stop cleanly; it recovers at the next start.", e);
        }
    }

    private void supervise() {
        try {
            while (!closing) {
                Optional<ProcessHandle> postmaster = postmaster();
                if (postmaster.isPresent()) {
                    TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
                } else {
                    restart();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() throws InterruptedException {
        LOG.log(System.Logger.Level.WARNING, "PostgreSQL has died; restarting it.");
        try {
            startUnlessRunning();
            LOG.log(System.Logger.Level.WARNING, "PostgreSQL is running again.");
        } catch (IOException e) {
            // Backends of the dead postmaster still hold its shared memory; they end by themselves.
            LOG.log(System.Logger.Level.INFO, "PostgreSQL cannot start yet: {0}", e.getMessage());
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        }
    }

    private synchronized void startUnlessRunning() throws IOException {
        if (closing || postmaster().isPresent()) {
            return;
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        List<String> options = List.of(
                "-p " + connection.port(),
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c max_connections=100",
                "-c fsync=on",
                "-c synchronous_commit=on",
                // Short statements only: compiling one costs more than it saves.
                "-c jit=off");
        programs.run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                folder.resolve("postgres.log").toString(),
                "-o",
                String.join(" ", options),
                "-t",
                "60",
                "-w",
                "start");
    }

    /** The running postmaster of this data directory, even if an earlier server started it. */
    private Optional<ProcessHandle> postmaster() {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(EmbeddedPostgres::lives);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Java and PostgreSQL count zombie processes as alive. */
    private static boolean lives(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z") && stat.contains("(postgres)");
        } catch (IOException e) {
            return process.isAlive() && !Files.isDirectory(Path.of("/proc/self"));
        }
    }

    /** Creates the data directory elsewhere and moves it into place when complete. */
    private void create() throws IOException {
        String name = PostgresConnection.NAME;
        Path fresh = Files.createTempDirectory(folder, "creating").resolve("data");
        programs.run(
                "initdb",
                "-D",
                fresh.toString(),
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile=" + superuserPassword(fresh.resolveSibling("password")),
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        programs.feed(
                List.of(
                        "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, connection.password()),
                        "CREATE DATABASE %s OWNER %s".formatted(name, name)),
                "postgres",
                "--single",
                "-D",
                fresh.toString(),
                "postgres");
        Files.move(fresh, data);
        Files.delete(fresh.resolveSibling("password"));
        Files.delete(fresh.getParent());
    }

    /** Random and not stored. */
    private static Path superuserPassword(Path file) throws IOException {
        return PrivateFile.create(file, List.of(PostgresConnection.randomPassword()));
    }
}
