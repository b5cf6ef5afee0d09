package com.ones1ght.bootstrap.architecture;

import com.ones1ght.application.shared.JsonFragment;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A static field is a constant: final, with a deeply immutable value. */
final class Constants extends ArchCondition<JavaField> {

    private static final List<Class<?>> VALUES = List.of(
            String.class,
            Boolean.class,
            Character.class,
            BigDecimal.class,
            BigInteger.class,
            UUID.class,
            Pattern.class,
            Charset.class,
            Locale.class,
            HexFormat.class,
            Class.class,
            // Its bytes are shared and never modified.
            JsonFragment.class,
            System.Logger.class);

    /** The JDK's immutable collections, without unmodifiable views of others. */
    private static final List<String> UNCHANGING =
            List.of("java.util.ImmutableCollections$", "java.util.Collections$Empty", "java.util.KeyValueHolder");

    Constants() {
        super("be constants");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        boolean isConstant = field.getModifiers().contains(JavaModifier.FINAL) && isConstant(valueOf(field));
        events.add(new SimpleConditionEvent(
                field, isConstant, field.getFullName() + " can change, or what it refers to can"));
    }

    private static Object valueOf(JavaField field) {
        try {
            Field found = field.reflect();
            found.setAccessible(true);
            return found.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getFullName(), e);
        }
    }

    private static boolean isConstant(Object value) {
        if (value == null
                || value instanceof Number number && number.getClass().getName().startsWith("java.lang.")) {
            return true;
        }
        Class<?> type = value.getClass();
        if (VALUES.stream().anyMatch(each -> each.isInstance(value))
                || type.getName().startsWith("java.time.")) {
            return true;
        }
        if (value instanceof Enum) {
            return true;
        }
        if (value instanceof Record) {
            return Arrays.stream(type.getRecordComponents()).allMatch(component -> isConstant(read(component, value)));
        }
        return isFunction(type)
                || isUnchanging(type) && elements(value).stream().allMatch(Constants::isConstant);
    }

    /** Lambdas, and the JDK's comparators made of them. */
    private static boolean isFunction(Class<?> type) {
        return type.isHidden() || type.isSynthetic() || type.getName().startsWith("java.util.Comparators$");
    }

    private static boolean isUnchanging(Class<?> type) {
        return UNCHANGING.stream().anyMatch(type.getName()::startsWith);
    }

    private static Collection<?> elements(Object value) {
        if (value instanceof Map<?, ?> map) {
            return List.of(List.copyOf(map.keySet()), List.copyOf(map.values()));
        }
        return value instanceof Collection<?> collection ? collection : List.of();
    }

    private static Object read(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(component.toString(), e);
        }
    }
}
