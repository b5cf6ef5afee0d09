package com.ones1ght.bootstrap.launcher;

import com.ones1ght.bootstrap.launcher.log.ClientDisconnectFilter;
import com.ones1ght.bootstrap.launcher.log.LineFormatter;
import com.ones1ght.bootstrap.launcher.log.OwnRecordsFilter;
import com.ones1ght.bootstrap.launcher.log.StdoutHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.LogManager;

/**
 * The server's log: all records in rotating files, and our own warnings on the console; or all of them on the console.
 *
 * @param settings its format and where it goes
 * @param dataDir the data directory
 */
record ServerLog(LogSettings settings, Path dataDir) {

    private static final String FILES = "java.util.logging.FileHandler";

    /** The current file. */
    static Path newest(Path dataDir) {
        return dataDir.resolve("logs").resolve("server.0.log");
    }

    /** Flushes and closes the files; later records are lost. */
    static void close() {
        LogManager.getLogManager().reset();
    }

    /** Takes effect in this JVM, until Payara reads the same configuration from its file. */
    void install() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(configuration().getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Writes the logging configuration for Payara and returns its path. */
    Path configure() throws IOException {
        Path server = Files.createDirectories(dataDir.resolve("server"));
        return Files.writeString(server.resolve("logging.properties"), configuration());
    }

    private String configuration() throws IOException {
        return (settings.toConsole() ? onConsole() : inFiles())
                + """
                .level=INFO
                %s.format=%s
                fish.payara.boot.runtime.level=WARNING
                # Folders and ports of Payara Micro, which are ours, in many lines; and a line for each jar of the WAR.
                PayaraMicro.level=WARNING
                javax.enterprise.system.tools.deployment.common.level=WARNING
                # Lists every expired root certificate of the JDK's own store at each start.
                javax.enterprise.system.security.ssl.level=SEVERE
                # Warns on each Java that is newer than it; no search here uses vectors.
                org.apache.lucene.internal.vectorization.VectorizationProvider.level=SEVERE
                # Two lines for each migration, about what precedes and follows it.
                org.flywaydb.core.internal.callback.level=WARNING
                # Logs each failed export with a stack trace; the application logs when an outage begins and ends.
                io.opentelemetry.exporter.internal.http.HttpExporter.level=OFF
                """.formatted(
                        LineFormatter.class.getName(), settings.format().name().toLowerCase(Locale.ROOT));
    }

    private static String onConsole() {
        return """
                handlers=%1$s
                %1$s.level=ALL
                %1$s.filter=%2$s
                """.formatted(StdoutHandler.class.getName(), ClientDisconnectFilter.class.getName());
    }

    private String inFiles() throws IOException {
        Path logs = Files.createDirectories(dataDir.resolve("logs"));
        return """
                handlers=%1$s %2$s
                %1$s.pattern=%3$s
                %1$s.limit=20000000
                %1$s.count=5
                %1$s.append=true
                %1$s.encoding=UTF-8
                %1$s.filter=%4$s
                %1$s.formatter=%5$s
                %2$s.level=WARNING
                %2$s.filter=%6$s
                """.formatted(
                        FILES,
                        StdoutHandler.class.getName(),
                        logs.resolve("server.%g.log").toString().replace("\\", "/"),
                        ClientDisconnectFilter.class.getName(),
                        LineFormatter.class.getName(),
                        OwnRecordsFilter.class.getName());
    }
}
