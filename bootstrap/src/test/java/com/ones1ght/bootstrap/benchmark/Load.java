package com.ones1ght.bootstrap.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;

/** A number of connections, each with a thread of its own, kept open for the whole benchmark. */
final class Load implements AutoCloseable {

    private static final int UNAVAILABLE = 503;

    private final List<HttpConnection> connections = new ArrayList<>();
    private final AtomicLong refused = new AtomicLong();
    private final ExecutorService threads;

    Load(URI server, int size) throws IOException {
        threads = Executors.newFixedThreadPool(size);
        for (int i = 0; i < size; i++) {
            connections.add(new HttpConnection(server));
        }
    }

    int size() {
        return connections.size();
    }

    /** How many requests the server has refused by 503 so far; they count neither for rates nor for latencies. */
    long refused() {
        return refused.get();
    }

    /** What one block of load has seen. */
    record Seen(double seconds, long[] sortedNanos) {

        double perSecond() {
            return sortedNanos.length / seconds;
        }

        double millis(double quantile) {
            if (sortedNanos.length == 0) {
                return Double.NaN;
            }
            int rank = (int) Math.ceil(quantile * sortedNanos.length) - 1;
            return sortedNanos[Math.max(0, rank)] / 1e6;
        }
    }

    @FunctionalInterface
    private interface Client {
        long[] run(HttpConnection connection) throws IOException;
    }

    /** Closed loop: each connection sends its next request when it has the answer to the last one. */
    Seen asFastAsPossible(Workload workload, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        return run(connection -> {
            long[] nanos = new long[4096];
            int count = 0;
            for (long before = System.nanoTime(); before < end; ) {
                boolean answered = exchange(connection, workload);
                long after = System.nanoTime();
                if (answered) {
                    nanos = count == nanos.length ? Arrays.copyOf(nanos, 2 * count) : nanos;
                    nanos[count++] = after - before;
                }
                before = after;
            }
            return Arrays.copyOf(nanos, count);
        });
    }

    /** Closed loop, until so many requests have been sent. */
    Seen times(Workload workload, long total) {
        return run(workload, total, ticket -> System.nanoTime());
    }

    /**
     * Open loop: requests are due at a constant rate, whether earlier ones have been answered or not, and their time
     * counts from when they were due. So a stalled server is charged for all that would have come in meanwhile.
     */
    Seen atConstantRate(Workload workload, double perSecond, Duration duration) {
        long start = System.nanoTime();
        return run(
                workload,
                (long) (perSecond * duration.toNanos() / 1e9),
                ticket -> start + (long) (ticket * 1e9 / perSecond));
    }

    /** @param due when a request is due, by its number; its time counts from then */
    private Seen run(Workload workload, long total, LongUnaryOperator due) {
        AtomicLong tickets = new AtomicLong();
        return run(connection -> {
            long[] nanos = new long[4096];
            int count = 0;
            for (long ticket = tickets.getAndIncrement(); ticket < total; ticket = tickets.getAndIncrement()) {
                long start = due.applyAsLong(ticket);
                for (long wait = start - System.nanoTime(); wait > 0; wait = start - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                if (exchange(connection, workload)) {
                    nanos = count == nanos.length ? Arrays.copyOf(nanos, 2 * count) : nanos;
                    nanos[count++] = System.nanoTime() - start;
                }
            }
            return Arrays.copyOf(nanos, count);
        });
    }

    private boolean exchange(HttpConnection connection, Workload workload) throws IOException {
        byte[] request = workload.any();
        int status = connection.exchange(request);
        if (status == workload.status()) {
            return true;
        }
        if (status != UNAVAILABLE) {
            throw new IllegalStateException(workload.name() + ": " + status + ", then "
                    + connection.call(request).text());
        }
        refused.incrementAndGet();
        return false;
    }

    private Seen run(Client client) {
        long start = System.nanoTime();
        List<Future<long[]>> running = connections.stream()
                .map(connection -> threads.submit(() -> client.run(connection)))
                .toList();
        List<long[]> parts = running.stream().map(Load::result).toList();
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Seen(seconds, all);
    }

    private static long[] result(Future<long[]> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (HttpConnection connection : connections) {
            connection.close();
        }
    }
}
