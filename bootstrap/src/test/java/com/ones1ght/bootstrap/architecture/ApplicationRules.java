package com.ones1ght.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.bePrivate;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;

/** What the system does: use cases, and the ports they need. */
final class ApplicationRules {

    static final String USE_CASE = "UseCase";
    static final String SERVICE = "Service";

    /** Goes with a thread for the length of a call: what a request is known by in logs and calls. See ADR 28. */
    private static final Set<String> THREAD_BOUND = Set.of("shared.Correlation");

    /** They keep something between calls. */
    private static final Set<String> STATEFUL = Set.of(
            "idempotency.ExpiredAnswers",
            "access.KeyUses",
            "chat.runner.CallSlots",
            "chat.runner.HeldRun",
            "chat.runner.RoundRunner",
            "event.EventFeed",
            "event.SignageDelivery",
            "event.TenantFeed",
            "shared.NodeState",
            "shared.WakeableTask",
            "store.CouponSpotBoard",
            "visit.IdleChatSessions");

    /** Bytes on their way to a socket, which nobody changes. */
    private static final Set<String> SHARED_BYTES = Set.of("shared.JsonFragment");

    private ApplicationRules() {}

    static ArchRule knowsDomainAndJavaAlone(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.application())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Layout.and(
                        DomainRules.PURE_JAVA,
                        "java.util.concurrent..",
                        layout.application(),
                        layout.domain(),
                        DomainRules.JSPECIFY))
                .because("use cases know no framework, no JSON and no adapter: they name what they need as ports");
    }

    static ArchRule asksNoClock(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.application())
                .should()
                .accessTargetWhere(AmbientSources.all())
                .because("time comes from an InstantSource and ids from an IdGenerator, which a test can set");
    }

    static ArchRule isCutByFeature(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.application())
                .should()
                .resideInAnyPackage(layout.featurePackages("application"))
                .because("packages are named by what the business talks about, not by technical layers");
    }

    static ArchRule featuresFormNoCycle(Layout layout) {
        return slices().matching(layout.featuresOf("application"))
                .should()
                .beFreeOfCycles()
                .because("features that need each other are one feature");
    }

    static ArchRule makesNoThreads(Layout layout) {
        return noClasses()
                .that()
                .resideInAnyPackage(layout.application(), layout.domain())
                .should()
                .accessTargetWhere(new ThreadSources())
                .orShould()
                .dependOnClassesThat(ThreadSources.threadedTypes())
                .because("threads are the container's and come in as executors; whoever waits, waits without one");
    }

    static ArchRule constantsDoNotChange(Layout layout) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(layout.application(), layout.domain())
                .and()
                .areStatic()
                .and()
                .doNotHaveModifier(SYNTHETIC)
                .and(DescribedPredicate.not(areIn(layout, THREAD_BOUND)))
                .should(new Constants())
                .because("what is static belongs to all requests and tenants of a node, and no node may know more"
                        + " than another");
    }

    static ArchRule stateIsWhereItIsNamed(Layout layout) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.application())
                .and()
                .areNotStatic()
                .and(DescribedPredicate.not(areIn(layout, STATEFUL)))
                .and(DescribedPredicate.not(areIn(layout, SHARED_BYTES)))
                .should(new Unchanging())
                .because("any node takes any request; the few classes that keep something between calls are listed");
    }

    static ArchRule portsAreInterfaces(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.ports())
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beInterfaces()
                .orShould()
                .beRecords()
                .orShould()
                .beEnums()
                .orShould()
                .beAssignableTo(RuntimeException.class)
                .because("a port is a role, with the values it speaks in and the failures it names, and nothing else");
    }

    static ArchRule portsKnowNoUseCases(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.ports())
                .should()
                .dependOnClassesThat(UseCaseParts.isUseCaseOrService()
                        .and(JavaClass.Predicates.resideInAPackage(layout.root() + "..")))
                .because("a use case asks ports; a port that knew its callers could not serve others");
    }

    static ArchRule useCasesHaveOneMethod(Layout layout) {
        return useCases(layout)
                .should()
                .beInterfaces()
                .andShould(UseCaseParts.haveOneAbstractMethod())
                .because("a use case is one thing that the system does");
    }

    static ArchRule useCasesHaveAService(Layout layout) {
        return useCases(layout)
                .should(UseCaseParts.beImplementedByTheirService())
                .because("FooUseCase is done by FooService: nobody has to search for it");
    }

    static ArchRule commandsAreValues(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.application())
                .and()
                .areNestedClasses()
                .and(DescribedPredicate.describe("are nested in a use case", nested -> nested.getEnclosingClass()
                        .map(outer -> outer.getSimpleName().endsWith(USE_CASE))
                        .orElse(false)))
                .should()
                .beRecords()
                .orShould()
                .beEnums()
                .orShould()
                .beInterfaces()
                .because("what goes into a use case and comes out of it is a value that checks itself");
    }

    static ArchRule servicesAreFinal(Layout layout) {
        return services(layout)
                .should()
                .haveModifier(FINAL)
                .because("there is nothing to inherit: what a use case does stands in one class");
    }

    static ArchRule servicesServeOneUseCase(Layout layout) {
        return services(layout)
                .should(UseCaseParts.implementTheirUseCaseAlone())
                .because("FooService does FooUseCase: a service with two tasks is on its way to do all of them");
    }

    static ArchRule servicesHoldNoState(Layout layout) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.application())
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith(SERVICE)
                .should()
                .beFinal()
                .andShould(bePrivate())
                .because("one service serves all requests at once, on any node");
    }

    static ArchRule useCasesCallNoOthers(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.application())
                .should(UseCaseParts.dependOnNoUseCaseButTheirOwn())
                .because("a use case is a transaction with an answer of its own; what two share moves to the domain");
    }

    private static GivenClassesConjunction useCases(Layout layout) {
        return classes().that().resideInAPackage(layout.application()).and().haveSimpleNameEndingWith(USE_CASE);
    }

    private static GivenClassesConjunction services(Layout layout) {
        return classes().that().resideInAPackage(layout.application()).and().haveSimpleNameEndingWith(SERVICE);
    }

    private static DescribedPredicate<JavaField> areIn(Layout layout, Set<String> classes) {
        return DescribedPredicate.describe("are in one of " + classes, field -> classes.stream()
                .anyMatch(name -> field.getOwner().getFullName().matches(layout.inApplication(name) + "(\\$.*)?")));
    }
}
