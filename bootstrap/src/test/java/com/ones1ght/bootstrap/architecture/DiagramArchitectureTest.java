package com.ones1ght.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.architecture.RuleResult;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagramArchitectureTest {

    @ParameterizedTest
    @EnumSource
    void theProductShouldKeepToTheDiagram(Diagram diagram) {
        RuleResult result = ProductReport.of(diagram);

        assertThat(result.violations()).as(result.describe()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachComponentShouldExist(Diagram diagram) {
        assertThat(diagram.packages()).isNotEmpty().allSatisfy(drawn -> assertThat(
                        Bytecode.ofTheProduct().containPackage(Layout.PRODUCT.root() + "." + drawn))
                .as(drawn)
                .isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void theDiagramShouldHaveNoArrowThatTheCodeHasNot(Diagram diagram) {
        assertThat(diagram.needlessArrows(Layout.PRODUCT, Bytecode.ofTheProduct()))
                .as("arrows of %s that no class goes along: take them out", diagram)
                .isEmpty();
    }

    @Test
    void anArrowThatTheCodeHasNotShouldBeFound() {
        Layout layout = violating("diagramoffeatures");
        String drawn = """
                [chat] <<com.ones1ght.domain.chat..>> as chat
                [store] <<com.ones1ght.domain.store..>> as store
                [profile] <<com.ones1ght.domain.profile..>> as profile
                [recommendation] <<com.ones1ght.domain.recommendation..>> as recommendation
                store --> profile
                store --> chat
                recommendation --> store
                profile --> recommendation
                """;

        assertThat(Diagram.needlessArrows(drawn, layout, Bytecode.below(layout)))
                .containsExactly("store --> chat", "profile --> recommendation");
    }

    @ParameterizedTest
    @EnumSource
    void everyArrowShouldBeUnderstood(Diagram diagram) {
        assertThat(diagram.arrows()).isNotEmpty().hasSameSizeAs(diagram.linesWithArrows());
    }

    @ParameterizedTest
    @EnumSource
    void theDiagramShouldBite(Diagram diagram) {
        Layout violating = violating("diagramof" + diagram.name().toLowerCase(Locale.ROOT));
        JavaClasses classes = Bytecode.below(violating);
        assertThat(classes).anyMatch(Bytecode::isViolating);

        assertThatThrownBy(() -> diagram.in(violating).check(classes)).satisfies(report -> {
            for (JavaClass each : classes) {
                if (Bytecode.isViolating(each)) {
                    assertThat(report).hasMessageContaining(each.getSimpleName());
                } else if (Bytecode.isInnocent(each)) {
                    assertThat(report.getMessage()).doesNotContain(each.getName());
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void theDiagramShouldNotKnowClassesOfNoComponent(Diagram diagram) {
        Layout strange = violating("diagramwithoutcomponent");

        assertThatThrownBy(() -> diagram.in(strange).check(Bytecode.below(strange)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("StrangeClass");
    }

    private static Layout violating(String name) {
        return new Layout(Layout.class.getPackageName() + ".violations." + name);
    }
}
