package com.ones1ght.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A PlantUML component diagram of the documentation. Its stereotypes name packages below the product's root. */
enum Diagram {
    MODULES("architecture.puml", ".."),
    FEATURES("features.puml", ".domain..");

    private static final Pattern STEREOTYPE = Pattern.compile("<<" + Layout.PRODUCT.root() + "\\.([a-z.]+?)\\.\\.>>");

    private final Path file;
    private final String covered;

    Diagram(String file, String covered) {
        this.file = Path.of(System.getProperty("basedir", "."), "..", "docs", file);
        this.covered = covered;
    }

    /** The packages of the components, below the root. */
    List<String> packages() {
        return STEREOTYPE.matcher(text()).results().map(found -> found.group(1)).toList();
    }

    /** Every class is in one component, and knows no component but those to which arrows lead. */
    ArchRule in(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.root() + covered)
                .should(adhereToPlantUmlDiagram(drawnFor(layout), consideringOnlyDependenciesInDiagram()))
                .andShould()
                .resideInAnyPackage(packages().stream()
                        .map(drawn -> layout.root() + "." + drawn + "..")
                        .toArray(String[]::new))
                .because("a diagram that nobody checks is soon a picture of another house")
                .allowEmptyShould(false);
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
