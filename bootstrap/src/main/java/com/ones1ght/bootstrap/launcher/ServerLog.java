package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** The server's log: all records in rotating files, one line each; our own warnings also on the console. */
final class ServerLog {

    private ServerLog() {}

    /** The current file. */
    static Path newest(Path dataDir) {
        return dataDir.resolve("logs").resolve("server.0.log");
    }

    /** Flushes and closes the files; later records are lost. */
    static void close() {
        LogManager.getLogManager().reset();
    }

    /** Writes the logging configuration for Payara and returns its path. */
    static Path configure(Path dataDir) throws IOException {
        Path logs = Files.createDirectories(dataDir.resolve("logs"));
        Path server = Files.createDirectories(dataDir.resolve("server"));
        return Files.writeString(server.resolve("logging.properties"), """
                handlers=java.util.logging.FileHandler
                .level=INFO
                java.util.logging.FileHandler.pattern=%s
                java.util.logging.FileHandler.limit=20000000
                java.util.logging.FileHandler.count=5
                java.util.logging.FileHandler.append=true
                java.util.logging.FileHandler.encoding=UTF-8
                java.util.logging.FileHandler.filter=%s
                java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
                com.ones1ght.handlers=java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level=WARNING
                java.util.logging.ConsoleHandler.filter=%s
                java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
                java.util.logging.SimpleFormatter.format=%%1$tFT%%1$tT.%%1$tL%%1$tz %%4$s %%3$s %%5$s%%6$s%%n
                fish.payara.boot.runtime.level=WARNING
                # Lists every expired root certificate of the JDK's own store at each start.
                javax.enterprise.system.security.ssl.level=SEVERE
                """.formatted(
                        logs.resolve("server.%g.log").toString().replace("\\", "/"),
                        ClientDisconnectFilter.class.getName(),
                        ClientDisconnectFilter.class.getName()));
    }
}
