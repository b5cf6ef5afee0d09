package com.ones1ght.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A field is final and, except in records, whose components are copies, of no mutable type. */
final class Unchanging extends ArchCondition<JavaField> {

    private static final List<Class<?>> CHANGEABLE = List.of(
            Collection.class, Map.class, ThreadLocal.class, CompletableFuture.class, StringBuilder.class, Date.class);

    Unchanging() {
        super("hold nothing that changes");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        boolean isFixed = field.getModifiers().contains(FINAL)
                && (field.getOwner().isRecord() || !isChangeable(field.getRawType()));
        events.add(new SimpleConditionEvent(field, isFixed, field.getFullName() + " holds what changes"));
    }

    /** Atomics and locks are in packages below {@code java.util.concurrent}. */
    private static boolean isChangeable(JavaClass type) {
        return type.isArray()
                || type.getPackageName().startsWith("java.util.concurrent.")
                || CHANGEABLE.stream().anyMatch(type::isAssignableTo);
    }
}
