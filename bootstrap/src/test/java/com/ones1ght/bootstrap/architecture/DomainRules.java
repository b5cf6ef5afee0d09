package com.ones1ght.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
                .resideInAnyPackage(Layout.and(PURE_JAVA, layout.domain(), JSPECIFY))
                .because("the business outlives every framework, and its rules are tested without one");
    }

    static ArchRule asksNoClock(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.domain())
                .should()
                .accessTargetWhere(AmbientSources.all())
                .because("a decision gets the time and the ids as arguments, so that it can be repeated");
    }

    static ArchRule isImmutable(Layout layout) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.domain())
                .should()
                .beFinal()
                .because("a value that many threads share, and a decision that answers a new state, need no locks");
    }

    static ArchRule isCutByFeature(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.domain())
                .should()
                .resideInAnyPackage(layout.featurePackages("domain"))
                .because("packages are named by what the business talks about, not by technical layers");
    }

    static ArchRule featuresFormNoCycle(Layout layout) {
        return slices().matching(layout.featuresOf("domain"))
                .should()
                .beFreeOfCycles()
                .because("features that need each other are one feature");
    }
}
