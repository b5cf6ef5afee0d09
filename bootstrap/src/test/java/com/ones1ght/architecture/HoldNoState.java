package com.ones1ght.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A static field is final and of no type that is known to be mutable: collections and maps must be immutable ones of the
 * JDK; atomics and accessible arrays are refused. Types of libraries are accepted.
 */
final class HoldNoState extends ArchCondition<JavaField> {

    private static final List<Class<?>> CHANGING =
            List.of(ThreadLocal.class, StringBuilder.class, StringBuffer.class, Date.class);

    private static final List<String> IMMUTABLE =
            List.of("java.util.ImmutableCollections$", "java.util.Collections$Empty", "java.util.KeyValueHolder");

    HoldNoState() {
        super("hold no state");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        String complaint = complaint(field);
        events.add(new SimpleConditionEvent(
                field,
                complaint.isEmpty(),
                "Field <" + field.getFullName() + "> " + complaint + " in " + field.getSourceCodeLocation()));
    }

    private static String complaint(JavaField field) {
        JavaClass type = field.getRawType();
        boolean isPrivate = field.getModifiers().contains(JavaModifier.PRIVATE);
        if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
            return "";
        }
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return "is static and not final";
        }
        if (type.isArray()) {
            return isPrivate ? "" : "is a static array that others can change";
        }
        if (isChanging(type)) {
            return "is static and holds a " + type.getSimpleName() + ", which changes";
        }
        return Stream.of(Collection.class, Map.class).anyMatch(type::isAssignableTo) ? complaintOfValue(field) : "";
    }

    /** Atomics and locks are in packages below {@code java.util.concurrent}. */
    private static boolean isChanging(JavaClass type) {
        return type.getPackageName().startsWith("java.util.concurrent.")
                || CHANGING.stream().anyMatch(type::isAssignableTo);
    }

    /** Decided by the value, not the type: a List may be immutable. */
    private static String complaintOfValue(JavaField field) {
        try {
            Field found = field.reflect();
            found.setAccessible(true);
            Object value = found.get(null);
            boolean isImmutable = value == null
                    || IMMUTABLE.stream().anyMatch(value.getClass().getName()::startsWith);
            return isImmutable
                    ? ""
                    : "is static and holds a " + value.getClass().getSimpleName() + ", which changes";
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return "is static and cannot be looked at (" + e + ")";
        }
    }
}
