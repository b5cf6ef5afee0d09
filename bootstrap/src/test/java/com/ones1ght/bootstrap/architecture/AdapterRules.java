package com.ones1ght.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.Path;
import java.util.Set;

/** Where the world is: HTTP, the database, models and stores. */
final class AdapterRules {

    static final String REST = "rest";
    static final String PERSISTENCE = "persistence";

    private static final String JAX_RS = "jakarta.ws.rs..";
    /** Not {@code javax.sql}: a data source may be handed over. Whoever uses it needs {@code java.sql}. */
    private static final String[] DATABASE = {
        "jakarta.persistence..",
        "jakarta.transaction..",
        "java.sql..",
        "org.eclipse.persistence..",
        "org.flywaydb..",
        "org.postgresql.."
    };

    /** Ports that adapters-rest implements. Nothing is to be added here. */
    private static final Set<String> WRITTEN_BY_REST =
            Set.of("AdminTokens", "CouponSpotDocuments", "EventFollower", "ItemDocuments", "ResultDocuments");

    /** Names requests, before any use case is asked. */
    private static final Set<String> ASKED_BY_REST = Set.of("IdGenerator");

    private AdapterRules() {}

    static ArchRule knowInwardOnly(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.adapters())
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(layout.everything())
                        .or(resideInAnyPackage(layout.adapters(), layout.application(), layout.domain()))
                        .as("are foreign, or belong to adapters, application or domain"))
                .because("arrows point inwards; what puts the parts together is bootstrap, and nobody knows it");
    }

    static ArchRule doNotKnowEachOther(Layout layout) {
        return slices().matching(layout.featuresOf("adapters"))
                .should()
                .notDependOnEachOther()
                .because("each adapter can be taken out and another put in its place");
    }

    static ArchRule packagesFormNoCycle(Layout layout) {
        return slices().matching(layout.packagesOf("adapters"))
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package; one-way, each can be read and replaced alone");
    }

    static ArchRule seeUseCasesByInterface(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.adapters())
                .should()
                .dependOnClassesThat(resideInAPackage(layout.application())
                        .and(simpleNameEndingWith(ApplicationRules.SERVICE))
                        .as("are services of the application"))
                .because("services are made by bootstrap and known by the interface of their use case");
    }

    static ArchRule onlyRestDrives(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.adapters())
                .and()
                .resideOutsideOfPackage(layout.adapter(REST))
                .should()
                .dependOnClassesThat(resideInAPackage(layout.application()).and(UseCaseParts.isUseCaseOrService()))
                .because("the other adapters are asked by use cases and do not ask them");
    }

    static ArchRule portsAreServedByAdapters(Layout layout) {
        return classes()
                .that()
                .resideInAnyPackage(layout.application(), layout.domain(), layout.bootstrap())
                .should(new Ports(layout).implementNone(Set.of()))
                .because("a port that the application served itself would be no port, and bootstrap only puts together"
                        + " what adapters are");
    }

    static ArchRule restServesNoPorts(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.adapter(REST))
                .should(new Ports(layout).implementNone(WRITTEN_BY_REST))
                .because("a driving adapter asks; those on the list write what clients get, and need the wire's form");
    }

    static ArchRule restAsksUseCases(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.adapter(REST))
                .should()
                .accessTargetWhere(new Ports(layout).callsOfOthersThan(ASKED_BY_REST))
                .because("what the outside wants goes through a use case, which checks and decides; a port does not");
    }

    static ArchRule askNoClock(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.adapters())
                .should()
                .accessTargetWhere(AmbientSources.clockAndEnvironment())
                .because("time comes from an InstantSource and settings come from bootstrap; System.nanoTime may"
                        + " measure, since it tells nobody what time it is");
    }

    static ArchRule jaxRsOnlyInRest(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.everything())
                .and()
                .resideOutsideOfPackage(layout.adapter(REST))
                .and()
                .resideOutsideOfPackages(layout.clients())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JAX_RS)
                .because("one module alone decides what the world sees over HTTP, and others speak it only as clients");
    }

    static ArchRule clientsAreNoResources(Layout layout) {
        return classes()
                .that()
                .resideInAnyPackage(layout.clients())
                .and(DescribedPredicate.describe("have a path", candidate -> candidate.isAnnotatedWith(Path.class)))
                .should()
                .beInterfaces()
                .because("what a client's interface says is implemented by the other side, and never served here");
    }

    static ArchRule databaseOnlyInPersistence(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.everything())
                .and()
                .resideOutsideOfPackage(layout.adapter(PERSISTENCE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DATABASE)
                .because("transactions and SQL are the business of one module; all others say UnitOfWork");
    }

    static ArchRule entitiesArePackagePrivate(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.everything())
                .and(areAnnotatedWithAnyOf(Entity.class, Embeddable.class, MappedSuperclass.class))
                .should()
                .bePackagePrivate()
                .because("rows are a secret between the entity, its mapper and its repository");
    }

    static ArchRule resourcesCatchNothing(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.adapter(REST))
                .and(DescribedPredicate.describe(
                        "are resources",
                        candidate -> candidate.isAnnotatedWith(Path.class)
                                || candidate.getMethods().stream()
                                        .anyMatch(method -> method.isAnnotatedWith(Path.class))))
                .should(catchNothing())
                .because("failures become answers in one place, the exception mappers");
    }

    @SafeVarargs
    private static DescribedPredicate<JavaClass> areAnnotatedWithAnyOf(
            Class<? extends java.lang.annotation.Annotation>... types) {
        DescribedPredicate<CanBeAnnotated> any = DescribedPredicate.alwaysFalse();
        for (Class<? extends java.lang.annotation.Annotation> type : types) {
            any = any.or(CanBeAnnotated.Predicates.annotatedWith(type));
        }
        return any.<JavaClass>forSubtype().as("are entities, or parts of them");
    }

    private static ArchCondition<JavaClass> catchNothing() {
        return new ArchCondition<>("catch nothing") {
            @Override
            public void check(JavaClass resource, ConditionEvents events) {
                for (JavaCodeUnit code : resource.getCodeUnits()) {
                    for (TryCatchBlock block : code.getTryCatchBlocks()) {
                        if (!block.getCaughtThrowables().isEmpty()) {
                            events.add(SimpleConditionEvent.violated(
                                    resource, code.getFullName() + " catches in " + block.getSourceCodeLocation()));
                        }
                    }
                }
            }
        };
    }
}
