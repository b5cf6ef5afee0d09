package com.ones1ght.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.ones1ght.architecture.AmbientSources;
import com.ones1ght.architecture.Ports;
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

/** Rules for adapters: HTTP, the database, models and stores. */
final class AdapterRules {

    static final String REST = "rest";
    static final String PERSISTENCE = "persistence";

    private static final String JAX_RS = "jakarta.ws.rs..";
    /** Without {@code javax.sql}: a data source may be passed on, and its use requires {@code java.sql}. */
    private static final String[] DATABASE = {
        "jakarta.persistence..",
        "jakarta.transaction..",
        "java.sql..",
        "org.eclipse.persistence..",
        "org.flywaydb..",
        "org.postgresql.."
    };

    /** The ports that adapters-rest implements. Not to be extended. */
    private static final Set<String> WRITTEN_BY_REST =
            Set.of("AdminTokens", "CouponSpotDocuments", "EventFollower", "ItemDocuments", "ResultDocuments");

    /** Makes request ids, before any use case is called. */
    private static final String MAKES_REQUEST_IDS = "IdGenerator";

    private AdapterRules() {}

    static ArchRule knowInwardOnly(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.adapters())
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(layout.everything())
                        .or(resideInAnyPackage(layout.adapters(), layout.application(), layout.domain()))
                        .as("are foreign, or belong to adapters, application or domain"));
    }

    static ArchRule doNotKnowEachOther(Layout layout) {
        return slices().matching(layout.featuresOf("adapters")).should().notDependOnEachOther();
    }

    static ArchRule packagesFormNoCycle(Layout layout) {
        return slices().matching(layout.packagesOf("adapters")).should().beFreeOfCycles();
    }

    static ArchRule seeUseCasesByInterface(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.adapters())
                .should()
                .dependOnClassesThat(resideInAPackage(layout.application())
                        .and(simpleNameEndingWith(ApplicationRules.SERVICE))
                        .as("are services of the application"));
    }

    static ArchRule onlyRestDrives(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.adapters())
                .and()
                .resideOutsideOfPackage(layout.adapter(REST))
                .should()
                .dependOnClassesThat(resideInAPackage(layout.application()).and(UseCaseParts.isUseCaseOrService()));
    }

    static ArchRule portsAreServedByAdapters(Layout layout) {
        return classes()
                .that()
                .resideInAnyPackage(layout.application(), layout.domain(), layout.bootstrap())
                .and()
                .resideOutsideOfPackages(layout.metrics(), layout.telemetry())
                .should(new Ports(layout.ports()).implementNone(Set.of()));
    }

    static ArchRule restServesNoPorts(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.adapter(REST))
                .should(new Ports(layout.ports()).implementNone(WRITTEN_BY_REST));
    }

    static ArchRule restAsksUseCases(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.adapter(REST))
                .should()
                .accessTargetWhere(new Ports(layout.ports())
                        .callsOfOthersThan(simpleNameEndingWith(ApplicationRules.QUERIES)
                                .or(simpleName(MAKES_REQUEST_IDS))
                                .as("queries and " + MAKES_REQUEST_IDS)));
    }

    static ArchRule askNoClock(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.adapters())
                .should()
                .accessTargetWhere(AmbientSources.clockAndEnvironment());
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
                .resideInAPackage(JAX_RS);
    }

    static ArchRule clientsAreNoResources(Layout layout) {
        return classes()
                .that()
                .resideInAnyPackage(layout.clients())
                .and(DescribedPredicate.describe("have a path", candidate -> candidate.isAnnotatedWith(Path.class)))
                .should()
                .beInterfaces();
    }

    static ArchRule databaseOnlyInPersistence(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.everything())
                .and()
                .resideOutsideOfPackage(layout.adapter(PERSISTENCE))
                .and()
                .doNotHaveFullyQualifiedName(layout.driverLookup())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DATABASE);
    }

    static ArchRule entitiesArePackagePrivate(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.everything())
                .and(areAnnotatedWithAnyOf(Entity.class, Embeddable.class, MappedSuperclass.class))
                .should()
                .bePackagePrivate();
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
                .should(catchNothing());
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
