package com.ones1ght.bootstrap.launcher.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs a limited number of tasks at once on a pool, in order. Each task starts at the end of the pool's queue. */
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

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (running == limit) {
                waiting.add(task);
                return;
            }
            running++;
        }
        start(task);
    }

    private void start(Runnable task) {
        pool.execute(() -> {
            try {
                task.run();
            } finally {
                startNext();
            }
        });
    }

    private void startNext() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                running--;
                return;
            }
        }
        start(next);
    }
}
