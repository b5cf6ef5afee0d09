package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Executes calls that arrive at once together, as databases do with their commits: while one group is being executed,
 * the next one gathers. A call that finds nobody before it waits for nothing. Thread-safe.
 *
 * @param <T> what a call is about
 */
public final class GroupedCalls<T> {

    /** Bounds a group's transaction, and what its failure affects. */
    private static final int MAX_SIZE = 64;

    /** Longer than a group ever takes: the database hangs. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final Function<List<T>, Collection<T>> execution;
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Call<T>> waiting = new ConcurrentLinkedQueue<>();

    /** @param done whether the group has done what the call is about */
    private record Call<T>(T subject, CompletableFuture<Boolean> done) {}

    /**
     * @param execution does what it can of a group without waiting for locks, all of that in one transaction, and returns
     *     what it has done
     */
    public GroupedCalls(Function<List<T>, Collection<T>> execution) {
        this.execution = execution;
    }

    /**
     * Does it in a group.
     *
     * @return false when the caller has to do it alone: the group could not, or failed, and nothing was done
     * @throws StorageUnavailableException when it is not known whether it was done
     */
    public boolean call(T subject) {
        Call<T> call = new Call<>(subject, new CompletableFuture<>());
        waiting.add(call);
        if (!acquireTurn()) {
            return !waiting.remove(call) && outcome(call);
        }
        try {
            if (waiting.remove(call)) {
                execute(groupOf(call));
            }
        } finally {
            turn.unlock();
        }
        return outcome(call);
    }

    /** How many calls wait for the next group, about. */
    int waiting() {
        return waiting.size();
    }

    private boolean acquireTurn() {
        try {
            return turn.tryLock(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Call<T>> groupOf(Call<T> first) {
        List<Call<T>> group = new ArrayList<>();
        group.add(first);
        while (group.size() < MAX_SIZE) {
            @Nullable Call<T> next = waiting.poll();
            if (next == null) {
                break;
            }
            group.add(next);
        }
        return group;
    }

    private void execute(List<Call<T>> group) {
        try {
            Collection<T> done =
                    execution.apply(group.stream().map(Call::subject).toList());
            group.forEach(call -> call.done().complete(done.contains(call.subject())));
        } catch (StorageUnavailableException e) {
            group.forEach(call -> call.done().completeExceptionally(e));
        } catch (RuntimeException | Error e) {
            // One of them is at fault, and each caller finds out whether it is its own.
            group.forEach(call -> call.done().complete(false));
        }
    }

    private static boolean outcome(Call<?> call) {
        try {
            return call.done().join();
        } catch (CompletionException e) {
            throw new StorageUnavailableException("The group of the call failed", e.getCause());
        }
    }
}
