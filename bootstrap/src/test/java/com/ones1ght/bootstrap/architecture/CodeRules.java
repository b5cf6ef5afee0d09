package com.ones1ght.bootstrap.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beFinal;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beStatic;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.jspecify.annotations.NullMarked;

/** What holds for all code. */
final class CodeRules {

    private CodeRules() {}

    static ArchRule namesSaySomething(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.everything())
                .should()
                .haveNameNotMatching(".*(Impl|Port|Manager|Helper|Utils|Util)")
                .because("such a suffix says nothing about the role, and gathers what nobody found a place for");
    }

    static ArchRule packagesAreNullMarked(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.everything())
                .should(resideInANullMarkedPackage())
                .because("null never means absent, except where it is written down as @Nullable");
    }

    static ArchRule nothingIsPrinted(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.everything())
                .and()
                .resideOutsideOfPackage(layout.launcher())
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("the launcher alone speaks to a person at a console; all others log");
    }

    static ArchRule systemLoggerIsTheLogger(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.everything())
                .and()
                .resideOutsideOfPackage(layout.launcher())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..",
                        "org.slf4j..",
                        "org.apache.commons.logging..",
                        "org.apache.log4j..",
                        "org.apache.logging..",
                        "org.jboss.logging..")
                .because(
                        "System.Logger is in Java itself, and goes wherever the container's logging goes; the launcher alone sets that up");
    }

    static ArchRule loggersAreConstants(Layout layout) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.everything())
                .and()
                .haveRawType(System.Logger.class)
                .should()
                .bePrivate()
                .andShould(beStatic())
                .andShould(beFinal())
                .andShould()
                .haveName("LOG")
                .because("a logger is looked for under one name, and belongs to its class");
    }

    static ArchRule exceptionsAreSpecific(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.everything())
                .should(GeneralCodingRules.THROW_GENERIC_EXCEPTIONS)
                .because("a caller must be able to tell one failure from another");
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass checked, ConditionEvents events) {
                boolean marked = checked.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        checked, marked, checked.getFullName() + " is in a package that is not @NullMarked"));
            }
        };
    }
}
