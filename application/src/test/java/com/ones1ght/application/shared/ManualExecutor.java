package com.ones1ght.application.shared;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Keeps what it is given until a test runs it, on the test's thread. */
public final class ManualExecutor implements Executor {

    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private volatile boolean rejecting;

    @Override
    public void execute(Runnable task) {
        if (rejecting) {
            throw new RejectedExecutionException("the test's executor takes nothing now");
        }
        tasks.add(task);
    }

    /** From now on, or no longer, everything is rejected. */
    public void reject(boolean everything) {
        rejecting = everything;
    }

    /** Runs the next task, if there is one. */
    public boolean runNext() {
        Runnable task = tasks.poll();
        if (task == null) {
            return false;
        }
        task.run();
        return true;
    }

    /** Runs all tasks, those that they make included. */
    public void runAll() {
        for (int i = 0; runNext(); i++) {
            if (i > 100_000) {
                throw new AssertionError("the tasks never come to rest");
            }
        }
    }

    public boolean isIdle() {
        return tasks.isEmpty();
    }
}
