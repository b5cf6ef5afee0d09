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

/** Rules for all code. */
final class CodeRules {

    private static final int MAX_LINES = 250;

    private CodeRules() {}

    static ArchRule namesSaySomething(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.everything())
                .should()
                .haveNameNotMatching(".*(Impl|Port|Manager|Helper|Utils|Util)");
    }

    static ArchRule filesAreShort(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.everything())
                .and()
                .areTopLevelClasses()
                .should(new BeInAShortFile(MAX_LINES));
    }

    static ArchRule packagesAreNullMarked(Layout layout) {
        return classes().that().resideInAPackage(layout.everything()).should(resideInANullMarkedPackage());
    }

    static ArchRule nothingIsPrinted(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.everything())
                .and()
                .resideOutsideOfPackage(layout.launcher())
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
    }

    static ArchRule systemLoggerIsTheLogger(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.everything())
                .and()
                .resideOutsideOfPackage(layout.launcher())
                .and()
                .doNotHaveFullyQualifiedName(layout.logContext())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..",
                        "org.slf4j..",
                        "org.apache.commons.logging..",
                        "org.apache.log4j..",
                        "org.apache.logging..",
                        "org.jboss.logging..");
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
                .haveName("LOG");
    }

    static ArchRule exceptionsAreSpecific(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.everything())
                .should(GeneralCodingRules.THROW_GENERIC_EXCEPTIONS);
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
