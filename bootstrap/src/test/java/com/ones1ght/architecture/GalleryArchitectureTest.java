package com.ones1ght.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for adapters of other projects, tried on a gallery of correct and wrong adapters. */
class GalleryArchitectureTest {

    private static final String GALLERY = "com.example.gallery.";
    private static final List<String> ADAPTERS = List.of("till", "screen", "lambda");

    @Test
    void rightAdaptersShouldPass() {
        assertThatCode(() -> exhibit("right").check()).doesNotThrowAnyException();
        assertThat(exhibit("right").report().results())
                .hasSameSizeAs(AdapterRule.values())
                .noneMatch(RuleResult::isViolated)
                .noneMatch(RuleResult::isExempt);
    }

    @ParameterizedTest
    @EnumSource
    void aWrongAdapterShouldFailWithTheSentenceOfItsRuleAlone(AdapterRule rule) {
        AdapterArchitecture wrong = exhibit(name(rule));

        List<RuleResult> violated =
                wrong.report().results().stream().filter(RuleResult::isViolated).toList();

        assertThat(violated).extracting(RuleResult::rule).containsExactly(rule.title());
        assertThatThrownBy(wrong::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(rule.title() + "\n  because " + rule.reason() + "\n  What to do: ");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SERVE_A_PORT")
    void theSentenceShouldNameEachWrongClassAndNoRightOne(AdapterRule rule) {
        JavaClasses classes = classes(name(rule));

        String said = String.join(
                "\n", exhibit(name(rule)).report().results().get(rule.ordinal()).violations());

        Set<String> wrong = simpleNames(classes, "Wrong");
        assertThat(wrong).isNotEmpty();
        assertThat(said).contains(wrong).doesNotContain(simpleNames(classes, "Right"));
    }

    @Test
    void anAdapterWithoutAPortShouldBeNamed() {
        assertThat(exhibit("serveaport")
                        .report()
                        .results()
                        .get(AdapterRule.SERVE_A_PORT.ordinal())
                        .violations())
                .containsExactly("No class in com.example.gallery.serveaport.till implements a port");
    }

    @Test
    void nothingToCheckShouldFailAndNotPass() {
        AdapterArchitecture nothing = AdapterArchitecture.of(GALLERY + "right.till", GALLERY + "right.tyll")
                .in(classes("right"));

        assertThatThrownBy(nothing::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Nothing was checked: there is no class in com.example.gallery.right.tyll")
                .hasMessageContaining("Looked at: [com.example.gallery.right, ");
    }

    /** Test classes are not checked, and the gallery consists of test classes. */
    @Test
    void withoutClassesTheClassPathShouldBeLookedAt() {
        assertThatThrownBy(AdapterArchitecture.of("com.example.gallery.right.till")::check)
                .hasMessageContaining("Nothing was checked")
                .hasMessageContaining("bootstrap/target/classes/");
    }

    @Test
    void anExemptRuleShouldNotBeAppliedAndSayWhy() {
        AdapterArchitecture exempt =
                exhibit(name(AdapterRule.PRINT_NOTHING)).exempt(AdapterRule.PRINT_NOTHING, "a demonstration");

        assertThatCode(exempt::check).doesNotThrowAnyException();
        assertThat(exempt.report().text())
                .contains("none violated, 1 exempt", "[exempt] Adapters print nothing", "  exempt: a demonstration");
        assertThatThrownBy(() -> exempt.exempt(AdapterRule.ASK_NO_CLOCK, " "))
                .hasMessage("Say why ASK_NO_CLOCK is not applied.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "till", "com..till", "com.acme.*", "com.acme..", "com/acme/till"})
    void whatIsNoPackageShouldBeRefused(String name) {
        assertThatThrownBy(() -> AdapterArchitecture.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no package of an adapter");
    }

    @Test
    void packagesThatHideAnAdapterShouldBeRefused() {
        assertThatThrownBy(AdapterArchitecture::of).hasMessage("Name the package of each adapter.");
        assertThatThrownBy(() -> AdapterArchitecture.of("com.acme", "com.acme.till"))
                .hasMessageContaining("com.acme.till is named twice, or within another adapter");
        assertThatThrownBy(() -> AdapterArchitecture.of("com.acme.till", "com.acme.till"))
                .hasMessageContaining("named twice");
        assertThatThrownBy(() -> AdapterArchitecture.of("com.ones1ght.application.chat"))
                .hasMessageContaining("belongs to the gateway's inner modules");
        assertThatCode(() -> AdapterArchitecture.of("com.acme.till", "com.acme.tills"))
                .doesNotThrowAnyException();
    }

    private static AdapterArchitecture exhibit(String name) {
        JavaClasses classes = classes(name);
        String[] adapters = ADAPTERS.stream()
                .map(adapter -> GALLERY + name + "." + adapter)
                .filter(classes::containPackage)
                .toArray(String[]::new);
        return AdapterArchitecture.of(adapters)
                .withLibraries("com.fasterxml.jackson..")
                .in(classes);
    }

    private static JavaClasses classes(String name) {
        return new ClassFileImporter().importPackages(GALLERY + name);
    }

    private static String name(AdapterRule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static Set<String> simpleNames(JavaClasses classes, String prefix) {
        return classes.stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
    }
}
