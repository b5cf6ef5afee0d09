package com.ones1ght.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the class names in the documentation with the classes of all modules, their tests included. */
class DocumentedNamesArchitectureTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("basedir", "."), "..");

    /** In code quotes, a name of several words in camel case: one class, not a phrase or a path. */
    private static final Pattern QUOTED =
            Pattern.compile("`(?:[a-z0-9]+\\.)*((?:[A-Z][a-z0-9]+)+(?:[A-Z][a-z0-9]+|IT))(?:\\.[^`]*)?`");

    private static final Pattern LISTING = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern SUPERSEDED = Pattern.compile("(?m)^Status: superseded");

    /** Classes of Java, Jakarta EE, libraries and browsers. */
    private static final Set<String> FOREIGN = Set.of(
            "AfterBeanDiscovery",
            "AssertionError",
            "BeforeBeanDiscovery",
            "CompletableFuture",
            "CompletionStage",
            "ConcurrentHashMap",
            "DoubleConsumer",
            "EntityManager",
            "EventSource",
            "InstantSource",
            "LongAdder",
            "MetricRegistry",
            "ReadListener",
            "RestClientBuilder",
            "ServiceLoader",
            "SocketTimeoutException",
            "SseEventSink",
            "TransactionSynchronizationRegistry",
            "WriteListener");

    /** Names of HTTP header fields, and of settings and values of other products. */
    private static final Set<String> OTHER = Set.of("RateLimit", "RollingUpdate", "TimeoutStopSec");

    @Test
    void everyClassInTheDocumentationShouldExist() throws IOException {
        Set<String> classes = classes();
        List<Path> pages = pages();

        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(pages.stream().flatMap(page -> names(page).stream()
                        .filter(name -> !classes.contains(name))
                        .filter(name -> !FOREIGN.contains(name) && !OTHER.contains(name))
                        .map(name -> page.getFileName() + ": " + name)))
                .as("names of classes that do not exist")
                .isEmpty();
    }

    /** All pages except superseded decision records. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> found = Files.walk(REPOSITORY.resolve("docs"))) {
            return Stream.concat(Stream.of(REPOSITORY.resolve("README.md")), found)
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !SUPERSEDED.matcher(text(file)).find())
                    .toList();
        }
    }

    private static Set<String> names(Path page) {
        return QUOTED.matcher(LISTING.matcher(text(page)).replaceAll(""))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> classes() throws IOException {
        // Below bootstrap are the modules of profiles.
        try (Stream<Path> modules = Files.list(REPOSITORY);
                Stream<Path> ofProfiles = Files.list(REPOSITORY.resolve("bootstrap"))) {
            return Stream.concat(modules, ofProfiles)
                    .map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(DocumentedNamesArchitectureTest::classesBelow)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> classesBelow(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
