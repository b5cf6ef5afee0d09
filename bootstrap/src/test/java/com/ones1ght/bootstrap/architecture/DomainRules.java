package com.ones1ght.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.ones1ght.architecture.AmbientSources;
import com.tngtech.archunit.lang.ArchRule;

/** What the business is: values and decisions. */
final class DomainRules {

    static final String JSPECIFY = "org.jspecify.annotations";

    /** Exactly these and not {@code java..}: no I/O, no network, no SQL, no threads, no reflection. */
    static final String[] PURE_JAVA = {
        "java.lang",
        "java.math",
        "java.nio.charset",
        "java.security",
        "java.text",
        "java.time..",
        "java.util",
        "java.util.function",
        "java.util.regex",
        "java.util.stream"
    };

    private DomainRules() {}

    static ArchRule knowsJavaAlone(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.domain())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Layout.and(PURE_JAVA, layout.domain(), JSPECIFY));
    }

    static ArchRule asksNoClock(Layout layout) {
        return noClasses().that().resideInAPackage(layout.domain()).should().accessTargetWhere(AmbientSources.all());
    }

    static ArchRule isImmutable(Layout layout) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.domain())
                .should()
                .beFinal();
    }

    static ArchRule isCutByFeature(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.domain())
                .should()
                .resideInAnyPackage(layout.featurePackages("domain"));
    }

    static ArchRule featuresFormNoCycle(Layout layout) {
        return slices().matching(layout.featuresOf("domain")).should().beFreeOfCycles();
    }
}
