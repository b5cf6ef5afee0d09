package com.ones1ght.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.ones1ght.architecture.RuleResult;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseRulesArchitectureTest {

    @ParameterizedTest
    @EnumSource
    void theProductShouldObey(HouseRule rule) {
        RuleResult result = ProductReport.of(rule);

        assertThat(result.violations()).as(result.describe()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theRuleShouldBite(HouseRule rule) {
        Layout violating = Layout.violating(rule);
        JavaClasses classes = Bytecode.below(violating);
        assertThat(classes).anyMatch(Bytecode::isViolating);

        Throwable report = catchThrowable(() -> rule.in(violating).check(classes));

        assertThat(report).isInstanceOf(AssertionError.class);
        for (JavaClass each : classes) {
            if (Bytecode.isViolating(each)) {
                assertThat(report).hasMessageContaining(each.getSimpleName());
            } else if (Bytecode.isInnocent(each)) {
                assertThat(report.getMessage()).doesNotContain(each.getName());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRuleShouldGiveItsReason(HouseRule rule) {
        assertThat(rule.in(Layout.PRODUCT).getDescription()).contains(", because ");
    }

    @ParameterizedTest
    @EnumSource
    void theRuleShouldFailWhereThereIsNothingToCheck(HouseRule rule) {
        assertThatThrownBy(() -> rule.in(Layout.NOTHING).check(Bytecode.ofTheProduct()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }
}
