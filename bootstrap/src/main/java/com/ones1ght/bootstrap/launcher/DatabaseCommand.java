package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code backup FILE} and {@code restore FILE}, without an application server. The work is done by the application's own
 * code, which is loaded from the WAR: the driver and the migrations are there.
 *
 * @param name one of {@link #NAMES}
 * @param file of the backup
 */
record DatabaseCommand(String name, Path file, Settings settings, Distribution distribution) {

    static final Set<String> NAMES = Set.of("backup", "restore");

    private static final String CODE = "com.ones1ght.adapters.persistence.backup.BackupCommand";
    private static final String LIBRARIES = "WEB-INF/lib/";

    /** The level of these loggers; Java only keeps loggers that somebody refers to. */
    private static final Logger ROOT = Logger.getLogger("");

    /**
     * Runs to the end.
     *
     * @return a sentence for the operator
     * @throws LaunchException if it fails, with a message for the operator
     */
    String run() {
        // Flyway reports each migration.
        ROOT.setLevel(Level.WARNING);
        return settings.database().isPresent() ? run(settings.database().get()) : runEmbedded();
    }

    /** A backup also works beside the running server; otherwise the database is started for as long as this takes. */
    private String runEmbedded() {
        EmbeddedPostgres postgres =
                new EmbeddedPostgres(settings.dataDir().resolve("postgres"), distribution.postgresJar());
        boolean backup = "backup".equals(name);
        if (backup && !postgres.exists()) {
            throw new LaunchException("There are no data in " + settings.dataDir() + ": name another directory with "
                    + Settings.DATA_DIR + ", or a database with " + Settings.DB_URL + ".");
        }
        Optional<FileLock> lock =
                backup ? DataDirLock.tryTake(settings.dataDir()) : Optional.of(DataDirLock.take(settings.dataDir()));
        if (lock.isEmpty()) {
            return run(postgres.running()
                    .orElseThrow(() -> new LaunchException("The server on " + settings.dataDir()
                            + " uses another database: name it with " + Settings.DB_URL + ".")));
        }
        if (!ProcessEnd.await("stop-postgres", postgres::close)) {
            throw new LaunchException("The " + name + " was stopped before it began.");
        }
        return run(postgres.start());
    }

    private String run(Settings.Database database) {
        Map<String, String> connection = new HashMap<>(Map.of("url", database.url()));
        database.user().ifPresent(user -> connection.put("user", user));
        database.password().ifPresent(password -> connection.put("password", password));
        Path war = settings.war().orElse(distribution.war());
        try {
            Path libraries = Files.createTempDirectory(Files.createDirectories(settings.dataDir()), name);
            try (URLClassLoader loader =
                    new URLClassLoader(unpack(war, libraries), ClassLoader.getPlatformClassLoader())) {
                return (String) loader.loadClass(CODE)
                        .getMethod("run", String.class, Path.class, Map.class)
                        .invoke(null, name, file, connection);
            } finally {
                Leftovers.removeTree(libraries);
            }
        } catch (InvocationTargetException e) {
            throw new LaunchException(reason(e.getCause()), e.getCause());
        } catch (IOException | ReflectiveOperationException e) {
            throw new LaunchException("The %s failed: %s".formatted(name, e), e);
        }
    }

    private String reason(Throwable failure) {
        return failure instanceof IllegalStateException
                ? failure.getMessage()
                : "The %s failed: %s".formatted(name, failure);
    }

    private static URL[] unpack(Path war, Path folder) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (JarFile archive = new JarFile(war.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) archive.stream()::iterator) {
                if (entry.getName().startsWith(LIBRARIES) && entry.getName().endsWith(".jar")) {
                    Path jar = folder.resolve(Path.of(entry.getName()).getFileName());
                    try (InputStream content = archive.getInputStream(entry)) {
                        Files.copy(content, jar);
                    }
                    jars.add(jar.toUri().toURL());
                }
            }
        }
        return jars.toArray(URL[]::new);
    }
}
