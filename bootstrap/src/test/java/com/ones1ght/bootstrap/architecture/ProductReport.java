package com.ones1ght.bootstrap.architecture;

import com.ones1ght.architecture.ArchitectureReport;
import com.ones1ght.architecture.RuleResult;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of all rules for the product, each applied once. */
final class ProductReport {

    private static final JavaClasses CLASSES = Bytecode.ofTheProduct();
    private static final Map<HouseRule, RuleResult> RULES =
            each(HouseRule.values(), rule -> rule.on(Layout.PRODUCT, CLASSES));
    private static final Map<Diagram, RuleResult> DIAGRAMS =
            each(Diagram.values(), diagram -> diagram.on(Layout.PRODUCT, CLASSES));

    private ProductReport() {}

    static RuleResult of(HouseRule rule) {
        return RULES.get(rule);
    }

    static RuleResult of(Diagram diagram) {
        return DIAGRAMS.get(diagram);
    }

    static ArchitectureReport whole() {
        Stream<RuleResult> rules = Arrays.stream(HouseRule.values()).map(RULES::get);
        Stream<RuleResult> diagrams = Arrays.stream(Diagram.values()).map(DIAGRAMS::get);
        return new ArchitectureReport(
                "OneS1ght Gateway",
                Instant.now(),
                CLASSES.size(),
                Stream.concat(rules, diagrams).toList());
    }

    private static <R> Map<R, RuleResult> each(R[] rules, Function<R, RuleResult> apply) {
        return Arrays.stream(rules).collect(Collectors.toMap(rule -> rule, apply));
    }
}
