package com.ones1ght.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Accesses to what differs between calls or machines: time, randomness, environment. */
public final class AmbientSources extends DescribedPredicate<JavaAccess<?>> {

    private static final String ANY = "*";

    /** The wall clock and the machine's settings: zone, locale, charset, properties, variables. */
    private static final Map<String, Set<String>> CLOCK_AND_ENVIRONMENT = Map.ofEntries(
            Map.entry(Clock.class.getName(), Set.of(ANY)),
            Map.entry(InstantSource.class.getName(), Set.of("system")),
            Map.entry(ZoneId.class.getName(), Set.of("systemDefault")),
            Map.entry(TimeZone.class.getName(), Set.of("getDefault")),
            Map.entry(Locale.class.getName(), Set.of("getDefault")),
            Map.entry(Charset.class.getName(), Set.of("defaultCharset")),
            Map.entry(Date.class.getName(), Set.of(ANY)),
            Map.entry(Calendar.class.getName(), Set.of(ANY)),
            Map.entry(
                    System.class.getName(),
                    Set.of("currentTimeMillis", "getProperty", "getProperties", "getenv", "console")),
            Map.entry(Integer.class.getName(), Set.of("getInteger")),
            Map.entry(Long.class.getName(), Set.of("getLong")),
            Map.entry(Boolean.class.getName(), Set.of("getBoolean")));

    /** Randomness and the monotonic clock. */
    private static final Map<String, Set<String>> CHANCE_AND_DURATION = Map.ofEntries(
            Map.entry(UUID.class.getName(), Set.of("randomUUID")),
            Map.entry(Math.class.getName(), Set.of("random")),
            Map.entry(Random.class.getName(), Set.of(ANY)),
            Map.entry(SplittableRandom.class.getName(), Set.of(ANY)),
            Map.entry(ThreadLocalRandom.class.getName(), Set.of(ANY)),
            Map.entry("java.security.SecureRandom", Set.of(ANY)),
            Map.entry("java.util.random.RandomGenerator", Set.of(ANY)),
            Map.entry(System.class.getName(), Set.of("nanoTime", "identityHashCode")));

    private final List<Map<String, Set<String>>> sources;

    private AmbientSources(String description, List<Map<String, Set<String>>> sources) {
        super(description);
        this.sources = sources;
    }

    /** For code whose results must depend on its arguments only. */
    public static AmbientSources all() {
        return new AmbientSources(
                "the system's clock, chance or the environment", List.of(CLOCK_AND_ENVIRONMENT, CHANCE_AND_DURATION));
    }

    /** For code that may use randomness and measure durations but must not read the wall clock. */
    public static AmbientSources clockAndEnvironment() {
        return new AmbientSources("the system's clock or the environment", List.of(CLOCK_AND_ENVIRONMENT));
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        if (owner.startsWith("java.time.") && target.getName().equals("now")) {
            return target instanceof CodeUnitAccessTarget called
                    && called.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Clock.class));
        }
        return sources.stream()
                        .map(each -> each.getOrDefault(owner, Set.of()))
                        .anyMatch(members -> members.contains(ANY) || members.contains(target.getName()))
                || target instanceof CodeUnitAccessTarget called && leavesItToTheMachine(called);
    }

    /** Conversions of texts, bytes and case without an explicit charset or locale. */
    private static boolean leavesItToTheMachine(CodeUnitAccessTarget called) {
        boolean isOfText = Stream.of(String.class, InputStreamReader.class, OutputStreamWriter.class)
                .anyMatch(type -> called.getOwner().isEquivalentTo(type));
        List<JavaClass> parameters = called.getRawParameterTypes();
        return switch (called.getName()) {
            case "getBytes", "toLowerCase", "toUpperCase" -> isOfText && parameters.isEmpty();
            case "format" -> isOfText && !parameters.get(0).isEquivalentTo(Locale.class);
            case "<init>" -> isOfText && isBinary(parameters) && !namesACharset(parameters);
            default -> false;
        };
    }

    private static boolean isBinary(List<JavaClass> parameters) {
        return !parameters.isEmpty()
                && Stream.of(byte[].class, java.io.InputStream.class, java.io.OutputStream.class)
                        .anyMatch(type -> parameters.get(0).isAssignableTo(type));
    }

    private static boolean namesACharset(List<JavaClass> parameters) {
        JavaClass last = parameters.get(parameters.size() - 1);
        return last.isAssignableTo(Charset.class)
                || last.isEquivalentTo(String.class)
                || last.getName().startsWith("java.nio.charset.");
    }
}
