package com.ones1ght.bootstrap.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Three PostgreSQL servers under Patroni, with one etcd, on the loopback interface: Debian's packages, as unprivileged
 * processes.
 */
final class PatroniCluster implements AutoCloseable {

    static final List<RequiredTool> TOOLS = List.of(
            new RequiredTool("patroni", "PATRONI", "/usr/bin/patroni", "DATABASE_REQUIRE_TOOLS"),
            new RequiredTool("etcd", "ETCD", "/usr/bin/etcd", "DATABASE_REQUIRE_TOOLS"),
            new RequiredTool("pgbouncer", "PGBOUNCER", "/usr/sbin/pgbouncer", "DATABASE_REQUIRE_TOOLS"),
            new RequiredTool("initdb", "INITDB", "/usr/lib/postgresql/15/bin/initdb", "DATABASE_REQUIRE_TOOLS"));

    static final String USER = "ones1ght";
    static final String PASSWORD = "secret-of-the-cluster";

    private static final Duration SETTLED = Duration.ofSeconds(120);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Path folder;
    private final boolean synchronous;
    private final Process etcd;
    private Optional<Process> pgBouncer = Optional.empty();
    private final List<Member> members;

    private PatroniCluster(Path folder, boolean synchronous) throws IOException {
        this.folder = folder;
        this.synchronous = synchronous;
        give(folder);
        int client = FreePort.next();
        String peer = "http://127.0.0.1:" + FreePort.next();
        etcd = start(
                "etcd",
                List.of(
                        path(1),
                        "--data-dir=" + folder.resolve("etcd"),
                        "--listen-client-urls=http://127.0.0.1:" + client,
                        "--advertise-client-urls=http://127.0.0.1:" + client,
                        "--listen-peer-urls=" + peer,
                        "--initial-advertise-peer-urls=" + peer,
                        "--initial-cluster=default=" + peer,
                        "--enable-v2",
                        "--unsafe-no-fsync"));
        Path callback = Files.writeString(
                folder.resolve("primary-is"), template("primary-is").formatted(folder));
        callback.toFile().setExecutable(true, false);
        members = IntStream.rangeClosed(1, 3).mapToObj(no -> member(no, client)).toList();
        members.forEach(Member::start);
        awaitComplete();
        asSuperuser(
                "postgres",
                "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(USER, PASSWORD),
                "CREATE DATABASE %1$s OWNER %1$s".formatted(USER));
    }

    /**
     * Starts the cluster and creates an empty database.
     *
     * @param folder for its files
     * @param synchronous whether each commit waits for a standby
     */
    static PatroniCluster start(Path folder, boolean synchronous) throws IOException {
        return new PatroniCluster(folder, synchronous);
    }

    /** The database, wherever its primary is. */
    String jdbcUrl() {
        return jdbcUrl(members.stream());
    }

    private static String jdbcUrl(Stream<Member> members) {
        return "jdbc:postgresql://"
                + members.map(member -> "127.0.0.1:" + member.port).collect(Collectors.joining(","))
                + "/" + USER + "?targetServerType=primary";
    }

    /** Those that take over when {@code member} is gone. */
    List<Member> othersThan(Member member) {
        return members.stream().filter(other -> other != member).toList();
    }

    /**
     * Starts PgBouncer, which lends its connections for a transaction each, and follows the primary.
     *
     * @return the database behind it
     */
    String startPgBouncer() throws IOException {
        int port = FreePort.next();
        Path configuration = folder.resolve("pgbouncer.ini");
        Files.writeString(
                configuration,
                template("pgbouncer.ini")
                        .formatted(
                                USER,
                                Files.readString(folder.resolve("primary")).strip(),
                                port,
                                folder));
        Files.writeString(folder.resolve("users"), "\"%s\" \"%s\"\n".formatted(USER, PASSWORD));
        Path follow = Files.writeString(folder.resolve("follow"), """
                #!/bin/sh
                sed -i "s/ port=[0-9]*/ port=$1/" %1$s/pgbouncer.ini && kill -HUP "$(cat %1$s/pgbouncer.pid)"
                """.formatted(folder));
        give(configuration);
        follow.toFile().setExecutable(true, false);
        pgBouncer = Optional.of(start("pgbouncer", List.of(path(2), configuration.toString())));
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + USER + "?prepareThreshold=0";
    }

    /** The one that accepts writes; empty while there is none. */
    Optional<Member> primary() {
        return members.stream().filter(member -> member.answers("/primary")).findFirst();
    }

    /** Waits until there are a primary and two standbys, of which one would have every commit. */
    void awaitComplete() {
        try {
            await("a primary with two standbys")
                    .atMost(SETTLED)
                    .until(() ->
                            primary().isPresent() && count("/replica") == 2 && (!synchronous || count("/sync") == 1));
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(
                    "The cluster is not complete; the ends of its logs:"
                            + members.stream().map(Member::endOfLog).collect(Collectors.joining()),
                    e);
        }
    }

    private long count(String role) {
        return members.stream().filter(member -> member.answers(role)).count();
    }

    private void asSuperuser(String database, String... statements) {
        try (Connection connection = DriverManager.getConnection(
                        jdbcUrl().replace("/" + USER + "?", "/" + database + "?"), "postgres", PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Member member(int no, int etcdPort) {
        try {
            Path home = Files.createDirectory(folder.resolve("member" + no));
            int rest = FreePort.next();
            int port = FreePort.next();
            Path bin = Path.of(path(3)).getParent();
            Path configuration = Files.writeString(
                    folder.resolve("member" + no + ".yml"),
                    template("patroni.yml")
                            .formatted(no, rest, etcdPort, synchronous, port, home, bin, folder.resolve("primary-is")));
            give(home);
            give(configuration);
            return new Member(no, rest, port, configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String template(String name) throws IOException {
        try (InputStream template = PatroniCluster.class.getResourceAsStream(name)) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String path(int tool) {
        return TOOLS.get(tool).executable().orElseThrow().toString();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void give(Path file) throws IOException {
        if (isRoot()) {
            var users = file.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(file, users.lookupPrincipalByName("nobody"));
        }
    }

    private Process start(String name, List<String> program) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.addAll(program);
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve(name + ".log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pgBouncer.ifPresent(Process::destroyForcibly);
        members.forEach(Member::kill);
        etcd.destroyForcibly();
    }

    /** Patroni and its PostgreSQL, on a machine of their own as far as the others can tell. */
    final class Member {

        private final int no;
        private final int restPort;
        private final int port;
        private final Path configuration;
        private List<ProcessHandle> processes = List.of();
        private Process patroni;

        private Member(int no, int restPort, int port, Path configuration) {
            this.no = no;
            this.restPort = restPort;
            this.port = port;
            this.configuration = configuration;
        }

        void start() {
            patroni = PatroniCluster.this.start("member" + no, List.of(path(0), configuration.toString()));
        }

        /** The database there; no connection unless it is the primary. */
        String jdbcUrl() {
            return PatroniCluster.jdbcUrl(Stream.of(this));
        }

        /** {@code kill -9} of everything at once. */
        void kill() {
            signal("-KILL");
            processes.forEach(process -> process.onExit().join());
        }

        /** As a machine that hangs: it keeps its connections and says nothing. */
        void freeze() {
            signal("-STOP");
        }

        void thaw() {
            signal("-CONT");
        }

        private void signal(String signal) {
            processes = Stream.concat(
                            Stream.concat(Stream.of(patroni.toHandle()), patroni.descendants()),
                            postmaster().stream()
                                    .flatMap(postmaster ->
                                            Stream.concat(Stream.of(postmaster), postmaster.descendants())))
                    .toList();
            List<String> command = new ArrayList<>(List.of("kill", signal));
            processes.forEach(process -> command.add(Long.toString(process.pid())));
            try {
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Patroni's PostgreSQL outlives it, as a child of nobody. */
        private Optional<ProcessHandle> postmaster() {
            try {
                Path file = folder.resolve("member" + no).resolve("data").resolve("postmaster.pid");
                return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).get(0).strip()));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        private String endOfLog() {
            try {
                List<String> lines = Files.readAllLines(folder.resolve(this + ".log"));
                return lines.subList(Math.max(0, lines.size() - 40), lines.size()).stream()
                        .collect(Collectors.joining("\n  ", "\n" + this + ":\n  ", ""));
            } catch (IOException e) {
                return "\n" + this + ": " + e;
            }
        }

        private boolean answers(String path) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + restPort + path))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            try {
                return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public String toString() {
            return "member" + no;
        }
    }
}
