package com.ones1ght.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.ones1ght.architecture.AmbientSources;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Rules for the domain: values and decisions. */
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

    /** Their texts are the business's own: the prefixes of keys, and what a model receives about a profile. */
    private static final Set<String> WITH_TEXTS = Set.of("access.KeyType", "profile.Prelude");

    /** Knows the words in which apps declare restrictions in their free-form profiles. */
    private static final String READER_OF_PROFILES = "dietary.DeclaredRestrictions";

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

    static ArchRule enumsHoldNoWords(Layout layout) {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .areEnums()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.domain())
                .and(DescribedPredicate.not(layout.areIn("domain", WITH_TEXTS)))
                .should()
                .haveRawType(String.class);
    }

    static ArchRule holdsNoSnakeCase(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.domain())
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveFullyQualifiedName(layout.root() + ".domain." + READER_OF_PROFILES)
                .should(new HoldNoSnakeCase());
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
