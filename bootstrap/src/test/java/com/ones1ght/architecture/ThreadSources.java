package com.ones1ght.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitReferenceTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.ref.Cleaner;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.BaseStream;
import java.util.stream.StreamSupport;

/**
 * Accesses by which code starts a thread, blocks one, or uses a pool of the JDK. {@code orTimeout} and
 * {@code completeOnTimeout} are allowed: the JDK's timer thread only completes the stage, and dependent stages run on
 * the given executor.
 */
public final class ThreadSources extends DescribedPredicate<JavaAccess<?>> {

    private static final String CONCURRENT = "java.util.concurrent";

    /** The allowed types of {@code java.util.concurrent}, besides atomics and locks. */
    private static final Set<String> THREADLESS = names(
            CompletableFuture.class,
            CompletionException.class,
            CompletionStage.class,
            ConcurrentHashMap.class,
            ConcurrentLinkedQueue.class,
            ConcurrentMap.class,
            CopyOnWriteArrayList.class,
            CopyOnWriteArraySet.class,
            ExecutionException.class,
            Executor.class,
            Future.class,
            RejectedExecutionException.class,
            ScheduledExecutorService.class,
            ScheduledFuture.class,
            Semaphore.class,
            TimeUnit.class,
            TimeoutException.class);

    private static final Set<String> OF_ONES_OWN_THREAD =
            Set.of("currentThread", "interrupt", "interrupted", "isInterrupted");

    private static final Set<String> ALWAYS = names(
            Timer.class,
            TimerTask.class,
            Runtime.class,
            Process.class,
            ProcessBuilder.class,
            Cleaner.class,
            StreamSupport.class);

    private static final Set<String> POOLS = names(Executors.class, ForkJoinPool.class, ForkJoinTask.class);

    private static final Map<Class<?>, Set<String>> PARALLEL = Map.of(
            BaseStream.class, Set.of("parallel"),
            Collection.class, Set.of("parallelStream"),
            Arrays.class, Set.of("parallelSort", "parallelPrefix", "parallelSetAll"));

    public ThreadSources() {
        super("threads of their own, or of the JDK's pools");
    }

    /** Types of {@code java.util.concurrent} that are not allowed. */
    public static DescribedPredicate<JavaClass> threadedTypes() {
        return DescribedPredicate.describe(
                "bring threads",
                type -> type.getPackageName().equals(CONCURRENT)
                        && !THREADLESS.contains(outermost(type.getBaseComponentType())));
    }

    /** Calls that create a pool or use the JDK's common one. */
    public static DescribedPredicate<JavaAccess<?>> poolsOfTheJdk() {
        return DescribedPredicate.describe("pools of their own", access -> {
            JavaClass owner = access.getTarget().getOwner();
            boolean makes =
                    access.getTarget().getName().equals("<init>") && owner.isAssignableTo(ExecutorService.class);
            return makes || POOLS.contains(owner.getName());
        });
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        JavaClass owner = target.getOwner();
        if (owner.isAssignableTo(Thread.class) && declares(Thread.class, target.getName())) {
            return !OF_ONES_OWN_THREAD.contains(target.getName());
        }
        return ALWAYS.contains(outermost(owner)) || isParallel(owner, target.getName()) || isOnTheCommonPool(target);
    }

    private static boolean declares(Class<?> type, String member) {
        return member.equals("<init>")
                || Arrays.stream(type.getMethods())
                        .anyMatch(method -> method.getName().equals(member));
    }

    private static boolean isParallel(JavaClass owner, String member) {
        return PARALLEL.entrySet().stream()
                .anyMatch(each ->
                        owner.isAssignableTo(each.getKey()) && each.getValue().contains(member));
    }

    /** Stages run on {@code ForkJoinPool.commonPool()} unless they are given an executor. */
    private static boolean isOnTheCommonPool(AccessTarget target) {
        if (!target.getOwner().isAssignableTo(CompletionStage.class)) {
            return false;
        }
        String name = target.getName();
        boolean isAsync = name.endsWith("Async") || name.equals("delayedExecutor");
        return isAsync && parameters(target).stream().noneMatch(type -> type.isAssignableTo(Executor.class));
    }

    private static List<JavaClass> parameters(AccessTarget target) {
        if (target instanceof CodeUnitCallTarget call) {
            return call.getRawParameterTypes();
        }
        return target instanceof CodeUnitReferenceTarget reference ? reference.getRawParameterTypes() : List.of();
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static Set<String> names(Class<?>... types) {
        return Set.copyOf(Arrays.stream(types).map(Class::getName).toList());
    }
}
