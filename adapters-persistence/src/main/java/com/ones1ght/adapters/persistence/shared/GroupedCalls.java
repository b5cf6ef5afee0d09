package com.ones1ght.adapters.persistence.shared;

import com.ones1ght.application.shared.RedactedStackTrace;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Executes calls that arrive at once together, as databases do with their commits: while one group is being executed,
 * the next one gathers, first come first served. The thread of its first call executes it. A call that finds nobody before
 * it waits for nothing, and one whose group has been executed does not wait for the next. Thread-safe.
 *
 * @param <T> what a call is about
 */
public final class GroupedCalls<T> {

    private static final System.Logger LOG = System.getLogger(GroupedCalls.class.getName());

    /** Bounds a group's transaction, and what its failure affects. */
    private static final int MAX_SIZE = 64;

    /** Longer than a group ever takes: the database hangs. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final Function<List<T>, Collection<T>> execution;

    /** Those that are in no group yet; guarded by this. */
    private final Queue<Call<T>> waiting = new ArrayDeque<>();

    /** Whether a call executes a group, or has been asked to; guarded by this. */
    private boolean isBusy;

    /** The {@link System#nanoTime()} at which that call was asked to; guarded by this. */
    private long busySince;

    private static final class Call<T> {

        private final T subject;

        /** Ends the wait: the call may execute the next group, or its group has been executed. */
        private final CountDownLatch turn = new CountDownLatch(1);

        private final CompletableFuture<Boolean> done = new CompletableFuture<>();
        private volatile boolean executes;

        private Call(T subject) {
            this.subject = subject;
        }

        void execute() {
            executes = true;
            turn.countDown();
        }
    }

    /**
     * @param execution does what it can of a group without waiting for locks, all of that in one transaction, and returns
     *     what it has done
     */
    public GroupedCalls(Function<List<T>, Collection<T>> execution) {
        this.execution = execution;
    }

    /**
     * Calls that each execute the same statement, and are done where it changes one row; a group of several sends it as a
     * batch, in one transaction.
     *
     * @param statement waits for no lock
     * @param bind binds a call's values
     */
    public static <T> GroupedCalls<T> ofStatement(
            Sql sql, Transactions transactions, String statement, BiFunction<SqlStatement, T, SqlStatement> bind) {
        return new GroupedCalls<>(calls -> {
            SqlStatement all = sql.statement(statement);
            if (calls.size() == 1) {
                return bind.apply(all, calls.get(0)).update() == 1 ? calls : List.of();
            }
            calls.forEach(call -> bind.apply(all, call).add());
            int[] changed = transactions.inTransaction(all::updateAll);
            return IntStream.range(0, changed.length)
                    .filter(i -> changed[i] == 1)
                    .mapToObj(calls::get)
                    .toList();
        });
    }

    /**
     * Does it in a group.
     *
     * @return false when the caller has to do it alone: the group could not, or failed, and nothing was done
     * @throws StorageUnavailableException when it is not known whether it was done
     */
    public boolean call(T subject) {
        Call<T> call = new Call<>(subject);
        if (!awaitTurn(call, enter(call)) && leave(call)) {
            return false;
        }
        if (call.executes) {
            executeGroupOf(call);
        }
        return outcome(call);
    }

    /** How many calls wait for the next group. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** Returns when the group before the call counts as hanging; calls do not wait one after the other to find that out. */
    private synchronized long enter(Call<T> call) {
        if (isBusy) {
            waiting.add(call);
        } else {
            isBusy = true;
            execute(call);
        }
        return busySince + MAX_WAIT.toNanos();
    }

    private void execute(Call<T> call) {
        busySince = System.nanoTime();
        call.execute();
    }

    private static boolean awaitTurn(Call<?> call, long until) {
        try {
            return call.turn.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** An interrupted thread does not execute: it might get no connection, and the others not either. */
    private synchronized boolean leave(Call<T> call) {
        if (call.executes) {
            passTurn();
            return true;
        }
        return waiting.remove(call);
    }

    private void executeGroupOf(Call<T> first) {
        List<Call<T>> group = new ArrayList<>(List.of(first));
        Collection<T> done = List.of();
        try {
            addWaiting(group);
            done = execution.apply(group.stream().map(call -> call.subject).toList());
        } catch (StorageUnavailableException e) {
            // Interrupted, it had no connection yet.
            if (!(e.getCause() instanceof InterruptedException)) {
                group.forEach(call -> call.done.completeExceptionally(e));
            }
        } catch (RuntimeException | Error e) {
            // Each caller finds out whether it is at fault.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A group of " + group.size() + " calls failed; each is executed alone",
                    RedactedStackTrace.of(e));
        } finally {
            passTurn();
            for (Call<T> call : group) {
                call.done.complete(done.contains(call.subject));
                call.turn.countDown();
            }
        }
    }

    private synchronized void addWaiting(List<Call<T>> group) {
        while (group.size() < MAX_SIZE && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
    }

    private synchronized void passTurn() {
        Call<T> next = waiting.poll();
        if (next == null) {
            isBusy = false;
        } else {
            execute(next);
        }
    }

    /** The call is in a group, which takes no longer than the database. */
    private static boolean outcome(Call<?> call) {
        try {
            return call.done.join();
        } catch (CompletionException e) {
            throw new StorageUnavailableException("The group of the call failed", e.getCause());
        }
    }
}
