package com.ones1ght.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The naming conventions of use cases, their commands and services. */
final class UseCaseParts {

    private static final String USE_CASE = ApplicationRules.USE_CASE;
    private static final String SERVICE = ApplicationRules.SERVICE;

    private UseCaseParts() {}

    static DescribedPredicate<JavaClass> isUseCaseOrService() {
        return DescribedPredicate.describe("use cases or services", UseCaseParts::isPartOfUseCase);
    }

    static ArchCondition<JavaClass> haveOneAbstractMethod() {
        return new ArchCondition<>("have exactly one abstract method") {
            @Override
            public void check(JavaClass useCase, ConditionEvents events) {
                long methods = useCase.getAllMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                        .count();
                events.add(event(useCase, methods == 1, " has " + methods + " abstract methods"));
            }
        };
    }

    static ArchCondition<JavaClass> beImplementedByTheirService() {
        return new ArchCondition<>("be implemented by the service of their name") {
            @Override
            public void check(JavaClass useCase, ConditionEvents events) {
                String service = stem(useCase) + SERVICE;
                boolean served = useCase.getAllSubclasses().stream()
                        .anyMatch(found -> found.getFullName().equals(service));
                events.add(event(useCase, served, " is not implemented by " + service));
            }
        };
    }

    static ArchCondition<JavaClass> implementTheirUseCaseAlone() {
        return new ArchCondition<>("implement the use case of their name and nothing else") {
            @Override
            public void check(JavaClass service, ConditionEvents events) {
                Set<String> interfaces = service.getAllRawInterfaces().stream()
                        .map(JavaClass::getFullName)
                        .collect(Collectors.toSet());
                boolean fits = interfaces.equals(Set.of(stem(service) + USE_CASE));
                events.add(event(service, fits, " implements " + interfaces));
            }
        };
    }

    static ArchCondition<JavaClass> dependOnNoUseCaseButTheirOwn() {
        return new ArchCondition<>("depend on no use case but their own") {
            @Override
            public void check(JavaClass caller, ConditionEvents events) {
                String own = stem(caller);
                List<Dependency> strange = caller.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isPartOfUseCase(target(dependency)))
                        .filter(dependency -> !stem(target(dependency)).equals(own))
                        .toList();
                strange.forEach(
                        dependency -> events.add(SimpleConditionEvent.violated(caller, dependency.getDescription())));
            }
        };
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    private static SimpleConditionEvent event(JavaClass about, boolean holds, String complaint) {
        return new SimpleConditionEvent(about, holds, about.getFullName() + complaint);
    }

    private static boolean isPartOfUseCase(JavaClass candidate) {
        String outermost = outermost(candidate);
        return candidate.getPackageName().contains(".application.")
                && (outermost.endsWith(USE_CASE) || outermost.endsWith(SERVICE));
    }

    /** The full name without its suffix, the same for a use case, its commands and its service. */
    private static String stem(JavaClass part) {
        return outermost(part).replaceFirst("(" + USE_CASE + "|" + SERVICE + ")$", "");
    }

    private static String outermost(JavaClass nested) {
        String name = nested.getFullName();
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }
}
