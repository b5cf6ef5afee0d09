package com.ones1ght.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Set;
import java.util.stream.Stream;

/** How ArchUnit checks each {@link AdapterRule}. */
final class AdapterConditions {

    private static final String APPLICATION = "com.ones1ght.application..";
    private static final String DOMAIN = "com.ones1ght.domain..";
    private static final Ports PORTS = new Ports("com.ones1ght.application..port..");

    /** Packages of Java for servers, and the annotations in the gateway's signatures. */
    private static final Set<String> ALWAYS_ALLOWED = Set.of(
            "java..",
            "javax.crypto..",
            "javax.net..",
            "javax.security..",
            "javax.sql..",
            "javax.xml..",
            "org.w3c.dom..",
            "org.xml.sax..",
            "org.jspecify.annotations..",
            APPLICATION,
            DOMAIN);

    /** They read properties of a thread or the machine but start and block none. */
    private static final Set<String> HARMLESS = Set.of(
            "availableProcessors",
            "getContextClassLoader",
            "getId",
            "getName",
            "getStackTrace",
            "isVirtual",
            "threadId");

    private AdapterConditions() {}

    static ArchRule dependInwardsOnly(AdapterArchitecture of) {
        String[] allowed = Stream.of(
                        ALWAYS_ALLOWED.stream(),
                        of.libraries().stream(),
                        of.adapters().stream().map(name -> name + ".."))
                .flatMap(packages -> packages)
                .toArray(String[]::new);
        return adapters(of).should().onlyDependOnClassesThat(DescribedPredicate.describe("are allowed", type -> {
            JavaClass base = type.getBaseComponentType();
            return base.isPrimitive() || resideInAnyPackage(allowed).test(base);
        }));
    }

    static ArchRule doNotKnowEachOther(AdapterArchitecture of) {
        return adapters(of).should(new KnowNoOtherAdapter(of));
    }

    static ArchRule doNotAskUseCases(AdapterArchitecture of) {
        return noClasses()
                .that(of.areAdapters())
                .should()
                .dependOnClassesThat(resideInAPackage(APPLICATION)
                        .and(DescribedPredicate.describe("are use cases or services", type -> type.getName()
                                .matches(".*(UseCase|Service)(\\$.*)?"))));
    }

    static ArchRule serveAPort(AdapterArchitecture of) {
        return adapters(of).should(new ServeAPort(of, PORTS));
    }

    static ArchRule portsAreImplementedInAdapters(AdapterArchitecture of) {
        return classes()
                .that(DescribedPredicate.not(of.areAdapters()))
                .should(PORTS.implementNone(Set.of()))
                // A project may consist of adapters only.
                .allowEmptyShould(true);
    }

    static ArchRule askNoClock(AdapterArchitecture of) {
        return noClasses().that(of.areAdapters()).should().accessTargetWhere(AmbientSources.clockAndEnvironment());
    }

    static ArchRule holdNoStaticState(AdapterArchitecture of) {
        // Adapters may have no static fields at all.
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(of.areAdapters())
                .should(new HoldNoState())
                .allowEmptyShould(true);
    }

    static ArchRule startNoThreads(AdapterArchitecture of) {
        DescribedPredicate<JavaAccess<?>> harmless = DescribedPredicate.describe(
                "harmless", access -> HARMLESS.contains(access.getTarget().getName()));
        return noClasses()
                .that(of.areAdapters())
                .should()
                .accessTargetWhere(new ThreadSources().and(DescribedPredicate.not(harmless)))
                .orShould()
                .accessTargetWhere(ThreadSources.poolsOfTheJdk());
    }

    static ArchRule formNoCycle(AdapterArchitecture of) {
        return slices().assignedFrom(new AdapterPackages(of)).should().beFreeOfCycles();
    }

    static ArchRule printNothing(AdapterArchitecture of) {
        return noClasses().that(of.areAdapters()).should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
    }

    private static GivenClassesConjunction adapters(AdapterArchitecture of) {
        return classes().that(of.areAdapters());
    }
}
