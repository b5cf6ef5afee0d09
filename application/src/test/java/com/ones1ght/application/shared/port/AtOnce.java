package com.ones1ght.application.shared.port;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Does the same thing on many threads, all of which start together. */
public final class AtOnce {

    private static final int SECONDS = 180;

    private AtOnce() {}

    /**
     * @param work gets the number of its thread, from 0
     * @return what each thread answered, in the order of their numbers
     * @throws AssertionError when a thread failed or did not end within three minutes
     */
    public static <T> List<T> on(int threads, IntFunction<T> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch ready = new CountDownLatch(threads);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                Callable<T> task = () -> {
                    ready.countDown();
                    ready.await();
                    return work.apply(number);
                };
                futures.add(executor.submit(task));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get(SECONDS, TimeUnit.SECONDS));
            }
            return answers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError complaint) {
                throw complaint;
            }
            throw new AssertionError("A thread failed with " + e.getCause(), e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("A thread did not end", e);
        } finally {
            executor.shutdownNow();
        }
    }
}
