package com.ones1ght.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.ones1ght.architecture.RuleResult;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PlantUML component diagram of the documentation. Its stereotypes name packages below the product's root. */
enum Diagram {
    MODULES("Modules depend on each other exactly as drawn in docs/architecture.puml", "architecture.puml", ".."),
    FEATURES(
            "Features of the domain depend on each other exactly as drawn in docs/features.puml",
            "features.puml",
            ".domain..");

    private static final String REASON = "a diagram that is not checked goes out of date";

    private static final Pattern COMPONENT =
            Pattern.compile("<<" + Layout.PRODUCT.root() + "\\.([a-z.]+?)\\.\\.>> as ([a-z]+)");
    private static final Pattern ARROW = Pattern.compile("(?m)^([a-z]+) --> ([a-z]+)$");
    private static final Pattern STEREOTYPE = Pattern.compile("<<" + Layout.PRODUCT.root() + "\\.([a-z.]+?)\\.\\.>>");

    private final String title;
    private final Path file;
    private final String covered;

    Diagram(String title, String file, String covered) {
        this.title = title;
        this.file = Path.of(System.getProperty("basedir", "."), "..", "docs", file);
        this.covered = covered;
    }

    /** The packages of the components, below the root. */
    List<String> packages() {
        return STEREOTYPE.matcher(text()).results().map(found -> found.group(1)).toList();
    }

    /** Every class is in one component and depends only on components to which arrows lead. */
    ArchRule in(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.root() + covered)
                .should(adhereToPlantUmlDiagram(drawnFor(layout), consideringOnlyDependenciesInDiagram()))
                .andShould()
                .resideInAnyPackage(packages().stream()
                        .map(drawn -> layout.root() + "." + drawn + "..")
                        .toArray(String[]::new))
                .because(REASON)
                .allowEmptyShould(false);
    }

    /** Differences in both directions. */
    RuleResult on(Layout layout, JavaClasses classes) {
        RuleResult code = RuleResult.of(Part.DIAGRAMS.title(), title, REASON, "", in(layout), classes);
        Stream<String> needless =
                needlessArrows(layout, classes).stream().map(arrow -> "No class goes along the arrow " + arrow);
        return code.withViolations(
                Stream.concat(code.violations().stream(), needless).toList());
    }

    List<String> arrows() {
        return ARROW.matcher(text()).results().map(found -> found.group()).toList();
    }

    /** Any of PlantUML's forms of an arrow. */
    List<String> linesWithArrows() {
        return text().lines()
                .filter(line -> line.matches("[^'\\[].*[-.][^ ]*>.*|.*<[-.].*"))
                .toList();
    }

    /** Arrows without a dependency: {@code a --> b} where nothing in a depends on b. */
    List<String> needlessArrows(Layout layout, JavaClasses classes) {
        return needlessArrows(text(), layout, classes);
    }

    static List<String> needlessArrows(String drawn, Layout layout, JavaClasses classes) {
        Map<String, String> packages = COMPONENT
                .matcher(drawn)
                .results()
                .collect(Collectors.toMap(found -> found.group(2), found -> layout.root() + "." + found.group(1)));
        return ARROW.matcher(drawn)
                .results()
                .filter(arrow -> !isTaken(packages.get(arrow.group(1)), packages.get(arrow.group(2)), classes))
                .map(arrow -> arrow.group())
                .toList();
    }

    private static boolean isTaken(String from, String to, JavaClasses classes) {
        return classes.stream()
                .filter(candidate -> isBelow(from, candidate))
                .flatMap(candidate -> candidate.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> isBelow(to, dependency.getTargetClass().getBaseComponentType()));
    }

    private static boolean isBelow(String root, JavaClass candidate) {
        return (candidate.getPackageName() + ".").startsWith(root + ".");
    }

    private Path drawnFor(Layout layout) {
        try {
            Path drawn = Files.createTempFile("diagram", ".puml");
            drawn.toFile().deleteOnExit();
            return Files.writeString(
                    drawn, text().replace("<<" + Layout.PRODUCT.root() + ".", "<<" + layout.root() + "."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
