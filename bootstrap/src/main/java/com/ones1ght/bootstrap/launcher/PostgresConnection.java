package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** How to connect to the embedded PostgreSQL; stays the same across restarts. */
record PostgresConnection(int port, String password) {

    /** The name of the database and of its user. */
    static final String NAME = "ones1ght";

    private static final int PASSWORD_BYTES = 24;

    /**
     * The stored connection, with another port if the stored one is taken.
     *
     * @param isRunning whether PostgreSQL is running and uses the port itself
     */
    static PostgresConnection keptIn(Path file, boolean isRunning) throws IOException {
        String password;
        if (Files.exists(file)) {
            PostgresConnection former = read(file);
            if (isRunning || isFree(former.port)) {
                return former;
            }
            password = former.password;
        } else {
            password = randomPassword();
        }
        PostgresConnection connection = new PostgresConnection(freePort(), password);
        PrivateFile.create(
                file,
                List.of(
                        "port=" + connection.port,
                        "database=" + NAME,
                        "user=" + NAME,
                        "password=" + connection.password));
        return connection;
    }

    static String randomPassword() {
        byte[] password = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(password);
        return HexFormat.of().formatHex(password);
    }

    private static PostgresConnection read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return new PostgresConnection(
                Integer.parseInt(properties.getProperty("port")), properties.getProperty("password"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PostgresConnection[port=" + port + "]";
    }
}
