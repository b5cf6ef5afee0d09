package com.ones1ght.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The adapters of a project, to be checked by each {@link AdapterRule}:
 *
 * <pre>{@code AdapterArchitecture.of("com.acme.gateway.llm", "com.acme.gateway.till").check();}</pre>
 *
 * Checks the compiled main classes on the class path. Immutable.
 */
public final class AdapterArchitecture {

    private final List<String> adapters;
    private final List<String> libraries;
    private final Map<AdapterRule, String> exemptions;
    private final @Nullable JavaClasses given;

    private AdapterArchitecture(
            List<String> adapters,
            List<String> libraries,
            Map<AdapterRule, String> exemptions,
            @Nullable JavaClasses given) {
        this.adapters = List.copyOf(adapters);
        this.libraries = List.copyOf(libraries);
        this.exemptions = Map.copyOf(exemptions);
        this.given = given;
    }

    /**
     * @param adapters the root package of each adapter
     * @throws IllegalArgumentException when there is none, or one is not a package name or is nested in another
     */
    public static AdapterArchitecture of(String... adapters) {
        require(adapters.length > 0, "Name the package of each adapter.");
        for (String adapter : adapters) {
            require(
                    adapter.matches("\\w+(\\.\\w+)+"),
                    "'" + adapter + "' is no package of an adapter. Name one like com.acme.gateway.till.");
            require(
                    !adapter.matches("com\\.ones1ght\\.(application|domain)(\\..*)?"),
                    adapter + " belongs to the gateway's inner modules. Give the adapter a package of its own.");
            require(
                    Stream.of(adapters)
                                    .filter(each -> (adapter + ".").startsWith(each + "."))
                                    .count()
                            == 1,
                    adapter + " is named twice, or within another adapter. Name each adapter once.");
        }
        return new AdapterArchitecture(List.of(adapters), List.of(), Map.of(), null);
    }

    /**
     * Lets the adapters depend on libraries.
     *
     * @param packages of the libraries, as patterns: {@code com.fasterxml.jackson..} is the package and all below it
     */
    public AdapterArchitecture withLibraries(String... packages) {
        return new AdapterArchitecture(
                adapters, Stream.concat(libraries.stream(), Stream.of(packages)).toList(), exemptions, given);
    }

    /**
     * Exempts the adapters from a rule.
     *
     * @param because the reason for the report; not blank
     */
    public AdapterArchitecture exempt(AdapterRule rule, String because) {
        require(!because.isBlank(), "Say why " + rule + " is not applied.");
        Map<AdapterRule, String> more = new HashMap<>(exemptions);
        more.put(rule, because);
        return new AdapterArchitecture(adapters, libraries, more, given);
    }

    /** Checks these classes, which must contain all adapters, instead of the class path. */
    public AdapterArchitecture in(JavaClasses classes) {
        return new AdapterArchitecture(adapters, libraries, exemptions, classes);
    }

    /**
     * Applies all rules.
     *
     * @throws AssertionError when an adapter has no classes
     */
    public ArchitectureReport report() {
        JavaClasses project = given == null ? onTheClassPath() : given;
        requireAllAdapters(project, packages(project));
        List<RuleResult> results = new ArrayList<>();
        for (AdapterRule rule : AdapterRule.values()) {
            String exemption = exemptions.get(rule);
            results.add(exemption == null ? rule.apply(this, project) : rule.exempt(exemption));
        }
        int classes = project.that(areAdapters()).size();
        return new ArchitectureReport(String.join(", ", adapters), Instant.now(), classes, results);
    }

    /**
     * Fails when a rule is violated.
     *
     * @throws AssertionError with all violated rules, their reasons, places and remedies
     */
    public void check() {
        String violated = report().results().stream()
                .filter(RuleResult::isViolated)
                .map(RuleResult::describe)
                .collect(Collectors.joining("\n\n"));
        if (!violated.isEmpty()) {
            throw new AssertionError(violated);
        }
    }

    List<String> adapters() {
        return adapters;
    }

    List<String> libraries() {
        return libraries;
    }

    /** The adapter that a class belongs to. */
    Optional<String> adapterOf(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return adapters.stream().filter(adapter -> isIn(adapter, base)).findFirst();
    }

    DescribedPredicate<JavaClass> areAdapters() {
        return DescribedPredicate.describe(
                "are adapters", type -> adapterOf(type).isPresent());
    }

    private static boolean isIn(String adapter, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(adapter + ".");
    }

    /** The project's own classes are in folders; adapters may come in jars. */
    private JavaClasses onTheClassPath() {
        Set<Location> locations = new HashSet<>();
        adapters.forEach(adapter -> locations.addAll(Locations.ofPackage(adapter)));
        Set<URL> folders = folders();
        requireAllAdapters(mainClasses(locations), folders);
        folders.forEach(folder -> locations.add(Location.of(folder)));
        return mainClasses(locations);
    }

    private void requireAllAdapters(JavaClasses project, Set<?> lookedAt) {
        for (String adapter : adapters) {
            if (project.stream().noneMatch(each -> isIn(adapter, each))) {
                throw new AssertionError("Nothing was checked: there is no class in " + adapter
                        + " or below it. Name the package of each adapter, and run this where its compiled main classes"
                        + " are on the class path. Looked at: " + lookedAt + ".");
            }
        }
    }

    private static Set<String> packages(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static JavaClasses mainClasses(Set<Location> locations) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importLocations(locations);
    }

    private static Set<URL> folders() {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return new LinkedHashSet<>(Collections.list(loader.getResources("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
