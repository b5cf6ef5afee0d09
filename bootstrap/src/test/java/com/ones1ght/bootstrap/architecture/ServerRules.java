package com.ones1ght.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.Provider;

/** Rules that let one WAR run on different application servers. */
final class ServerRules {

    /** With the implementations of specifications that they bring. */
    private static final String[] SERVERS = {
        "com.ibm..",
        "com.sun.enterprise..",
        "fish.payara..",
        "io.openliberty..",
        "io.smallrye..",
        "io.undertow..",
        "org.eclipse.persistence..",
        "org.glassfish..",
        "org.hibernate..",
        "org.jboss..",
        "org.wildfly.."
    };

    private ServerRules() {}

    static ArchRule onlyTheLauncherKnowsTheServer(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.everything())
                .and()
                .resideOutsideOfPackage(layout.launcher())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVERS);
    }

    static ArchRule restClassesHaveAPlainConstructor(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.adapter(AdapterRules.REST))
                .and(annotatedWith(Path.class).or(annotatedWith(Provider.class)).as("are resources or providers"))
                .should(haveAPublicConstructorWithoutParameters());
    }

    static ArchRule resourcesTakeNoRequestContext(Layout layout) {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.adapter(AdapterRules.REST))
                .and()
                .areDeclaredInClassesThat(
                        DescribedPredicate.describe("are resources", type -> type.isAnnotatedWith(Path.class)))
                .and()
                .arePublic()
                .should(takeNoRequestContext());
    }

    private static ArchCondition<JavaClass> haveAPublicConstructorWithoutParameters() {
        return new ArchCondition<>("have a public constructor without parameters") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean has = type.getConstructors().stream()
                        .anyMatch(constructor ->
                                constructor.getRawParameterTypes().isEmpty()
                                        && constructor.getModifiers().contains(JavaModifier.PUBLIC));
                if (!has) {
                    events.add(SimpleConditionEvent.violated(type, type.getFullName() + " has none"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> takeNoRequestContext() {
        return new ArchCondition<>("take no ContainerRequestContext") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isAssignableTo(ContainerRequestContext.class))) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes one"));
                }
            }
        };
    }
}
