package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.chat.port.PipelineProvider;
import com.ones1ght.domain.model.ModelBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Backends that teams bring along as {@link PipelineProvider}s: in the application's own class path, or in jars of a
 * folder. The jars share one class loader below the application's, whose classes come first.
 */
final class ProvidedBackends implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ProvidedBackends.class.getName());
    private static final String DIR = "ones1ght.backends.dir";

    private final URLClassLoader loader;
    private final SortedMap<String, PipelineProvider> byName;

    private ProvidedBackends(URLClassLoader loader, SortedMap<String, PipelineProvider> byName) {
        this.loader = loader;
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    /**
     * Finds all of them.
     *
     * @param folder where else to look than in the class path
     * @param taken names that no provider may have
     * @throws IllegalStateException when one cannot be used; the sentence says which, and why
     */
    static ProvidedBackends load(Optional<Path> folder, Set<String> taken) {
        URLClassLoader loader = new URLClassLoader(
                "backends",
                folder.map(ProvidedBackends::jars).orElseGet(List::of).toArray(URL[]::new),
                PipelineProvider.class.getClassLoader());
        SortedMap<String, PipelineProvider> byName = new TreeMap<>();
        try {
            for (PipelineProvider provider : ServiceLoader.load(PipelineProvider.class, loader)) {
                String name = nameOf(provider);
                PipelineProvider other = byName.putIfAbsent(name, provider);
                if (taken.contains(name) || other != null) {
                    throw unusable(provider.getClass().getName(), "there is another backend \"" + name + "\"");
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            close(loader);
            LOG.log(System.Logger.Level.WARNING, "A provider of a backend cannot be loaded.", e);
            throw unusable("A provider", e.toString());
        } catch (IllegalStateException e) {
            close(loader);
            throw e;
        }
        if (!byName.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "Backends that were found: " + String.join(", ", byName.keySet()));
        }
        return new ProvidedBackends(loader, byName);
    }

    SortedMap<String, PipelineProvider> byName() {
        return byName;
    }

    private static String nameOf(PipelineProvider provider) {
        try {
            return new ModelBackend(provider.name()).name();
        } catch (RuntimeException e) {
            throw unusable(provider.getClass().getName(), "it has no usable name: " + e.getMessage());
        }
    }

    private static List<URL> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("%s is \"%s\", but has to be a folder.".formatted(DIR, folder));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .map(ProvidedBackends::checked)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("%s is \"%s\", which cannot be read: %s".formatted(DIR, folder, e));
        }
    }

    /** A class loader would pass over a file that is no jar without a word. */
    private static URL checked(Path jar) {
        try {
            new JarFile(jar.toFile()).close();
            return jar.toUri().toURL();
        } catch (IOException e) {
            throw new IllegalStateException("%s has a file that is no jar: %s (%s)".formatted(DIR, jar, e));
        }
    }

    private static IllegalStateException unusable(String what, String why) {
        // Begins with the setting and has no cause: so the launcher tells it as it stands.
        return new IllegalStateException(
                DIR + " or the class path has a backend that cannot be used: " + what + ": " + why);
    }

    @Override
    public void close() {
        close(loader);
    }

    private static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
