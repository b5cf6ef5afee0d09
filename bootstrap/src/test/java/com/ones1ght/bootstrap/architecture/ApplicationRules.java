package com.ones1ght.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.bePrivate;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.ones1ght.architecture.AmbientSources;
import com.ones1ght.architecture.ThreadSources;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;

/** Rules for use cases and their ports. */
final class ApplicationRules {

    static final String USE_CASE = "UseCase";
    static final String SERVICE = "Service";
    static final String QUERIES = "Queries";

    /** The request's ids for logs and calls, and the tenant for logs, bound to the thread during a call. See ADR 28. */
    private static final Set<String> THREAD_BOUND = Set.of("shared.Correlation", "shared.TenantScope");

    /** Classes with state between calls. */
    private static final Set<String> STATEFUL = Set.of(
            "access.KeyUses",
            "chat.ChatChangeFeed",
            "chat.ChatWait",
            "chat.ChatWaits",
            "chat.ChatWatch",
            "chat.FollowedRound",
            "chat.runner.DietaryCoverage",
            "chat.runner.HeldRun",
            "chat.runner.PipelineCalls",
            "event.EventFeed",
            "event.Follower",
            "event.TenantFeed",
            "shared.NodeState",
            "shared.RequestLoad",
            "shared.work.BackgroundTask",
            "shared.work.Job",
            "shared.work.JobRunner",
            "shared.work.Worker",
            "shared.work.YieldingExecutor",
            "store.CouponSpotBoard",
            "store.SignageBoard",
            "store.StorePlanBoard");

    /** Bytes for a socket, which nothing modifies. */
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
                        DomainRules.JSPECIFY));
    }

    static ArchRule asksNoClock(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.application())
                .should()
                .accessTargetWhere(AmbientSources.all());
    }

    static ArchRule isCutByFeature(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.application())
                .should()
                .resideInAnyPackage(layout.featurePackages("application"));
    }

    static ArchRule featuresFormNoCycle(Layout layout) {
        return slices().matching(layout.featuresOf("application")).should().beFreeOfCycles();
    }

    static ArchRule makesNoThreads(Layout layout) {
        return noClasses()
                .that()
                .resideInAnyPackage(layout.application(), layout.domain())
                .should()
                .accessTargetWhere(new ThreadSources())
                .orShould()
                .dependOnClassesThat(ThreadSources.threadedTypes());
    }

    static ArchRule constantsDoNotChange(Layout layout) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(layout.application(), layout.domain())
                .and()
                .areStatic()
                .and()
                .doNotHaveModifier(SYNTHETIC)
                .and(DescribedPredicate.not(layout.areIn("application", THREAD_BOUND)))
                .should(new Constants());
    }

    static ArchRule stateIsWhereItIsNamed(Layout layout) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.application())
                .and()
                .areNotStatic()
                .and(DescribedPredicate.not(layout.areIn("application", STATEFUL)))
                .and(DescribedPredicate.not(layout.areIn("application", SHARED_BYTES)))
                .should(new Unchanging());
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
                .beAssignableTo(RuntimeException.class);
    }

    static ArchRule portsKnowNoUseCases(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.ports())
                .should()
                .dependOnClassesThat(UseCaseParts.isUseCaseOrService()
                        .and(JavaClass.Predicates.resideInAPackage(layout.root() + "..")));
    }

    static ArchRule queriesOnlyRead(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.application())
                .and()
                .haveSimpleNameEndingWith(QUERIES)
                .should()
                .beInterfaces()
                .andShould()
                .resideInAPackage(layout.ports())
                .andShould(new OnlyRead());
    }

    static ArchRule useCasesHaveOneMethod(Layout layout) {
        return useCases(layout).should().beInterfaces().andShould(UseCaseParts.haveOneAbstractMethod());
    }

    static ArchRule useCasesHaveAService(Layout layout) {
        return useCases(layout).should(UseCaseParts.beImplementedByTheirService());
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
                .beInterfaces();
    }

    static ArchRule servicesAreFinal(Layout layout) {
        return services(layout).should().haveModifier(FINAL);
    }

    static ArchRule servicesServeOneUseCase(Layout layout) {
        return services(layout).should(UseCaseParts.implementTheirUseCaseAlone());
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
                .andShould(bePrivate());
    }

    static ArchRule useCasesCallNoOthers(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.application())
                .should(UseCaseParts.dependOnNoUseCaseButTheirOwn());
    }

    private static GivenClassesConjunction useCases(Layout layout) {
        return classes().that().resideInAPackage(layout.application()).and().haveSimpleNameEndingWith(USE_CASE);
    }

    private static GivenClassesConjunction services(Layout layout) {
        return classes().that().resideInAPackage(layout.application()).and().haveSimpleNameEndingWith(SERVICE);
    }
}
