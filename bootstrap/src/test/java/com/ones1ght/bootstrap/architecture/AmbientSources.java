package com.ones1ght.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Accesses to what differs from call to call or from machine to machine: the time, chance, the environment. */
final class AmbientSources extends DescribedPredicate<JavaAccess<?>> {

    private static final String ANY = "*";

    private static final Map<String, Set<String>> TARGETS = Map.ofEntries(
            Map.entry(Clock.class.getName(), Set.of(ANY)),
            Map.entry(InstantSource.class.getName(), Set.of("system")),
            Map.entry(ZoneId.class.getName(), Set.of("systemDefault")),
            Map.entry(TimeZone.class.getName(), Set.of("getDefault")),
            Map.entry(Locale.class.getName(), Set.of("getDefault")),
            Map.entry(Date.class.getName(), Set.of(ANY)),
            Map.entry(Calendar.class.getName(), Set.of(ANY)),
            Map.entry(UUID.class.getName(), Set.of("randomUUID")),
            Map.entry(Math.class.getName(), Set.of("random")),
            Map.entry(Random.class.getName(), Set.of(ANY)),
            Map.entry(SplittableRandom.class.getName(), Set.of(ANY)),
            Map.entry(ThreadLocalRandom.class.getName(), Set.of(ANY)),
            Map.entry("java.security.SecureRandom", Set.of(ANY)),
            Map.entry("java.util.random.RandomGenerator", Set.of(ANY)),
            Map.entry(
                    System.class.getName(),
                    Set.of("currentTimeMillis", "nanoTime", "getProperty", "getProperties", "getenv")),
            Map.entry(Integer.class.getName(), Set.of("getInteger")),
            Map.entry(Long.class.getName(), Set.of("getLong")),
            Map.entry(Boolean.class.getName(), Set.of("getBoolean")));

    AmbientSources() {
        super("the system's clock, chance or the environment");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        if (owner.startsWith("java.time.") && target.getName().equals("now")) {
            return true;
        }
        Set<String> members = TARGETS.getOrDefault(owner, Set.of());
        return members.contains(ANY) || members.contains(target.getName());
    }
}
