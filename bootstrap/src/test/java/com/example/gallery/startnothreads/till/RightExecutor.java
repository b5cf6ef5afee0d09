package com.example.gallery.startnothreads.till;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

final class RightExecutor {

    private final ExecutorService pool;
    private final Semaphore permits = new Semaphore(4);

    RightExecutor(ExecutorService pool) {
        this.pool = pool;
    }

    void forward(Runnable work) {
        if (permits.tryAcquire()) {
            CompletableFuture.runAsync(work, pool).orTimeout(1, TimeUnit.SECONDS);
        }
        Thread.currentThread().getContextClassLoader();
    }
}
