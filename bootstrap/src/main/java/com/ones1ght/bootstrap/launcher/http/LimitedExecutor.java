package com.ones1ght.bootstrap.launcher.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Runs a limited number of tasks concurrently on a pool, in order. Each joins the end of the pool's queue. */
final class LimitedExecutor implements Executor {

    private final Executor pool;
    private final int limit;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    /** @param limit from 1 on */
    LimitedExecutor(Executor pool, int limit) {
        this.pool = pool;
        this.limit = limit;
    }

    /** @throws RejectedExecutionException when the pool rejects the task; a queued task runs in any case */
    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (running == limit) {
                waiting.add(task);
                return;
            }
            running++;
        }
        if (!isTaken(task)) {
            synchronized (this) {
                running--;
            }
            throw new RejectedExecutionException("The pool takes no more tasks");
        }
    }

    private boolean isTaken(Runnable task) {
        try {
            pool.execute(() -> run(task));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Starts the next task when this one ends, on this thread if the pool rejects it. */
    private void run(Runnable first) {
        Runnable task = first;
        while (task != null) {
            boolean hasFailed = true;
            try {
                task.run();
                hasFailed = false;
            } finally {
                Runnable next = next();
                task = next == null || isTaken(next) ? null : next;
                if (hasFailed && task != null) {
                    run(task);
                }
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = waiting.poll();
        if (next == null) {
            running--;
        }
        return next;
    }
}
