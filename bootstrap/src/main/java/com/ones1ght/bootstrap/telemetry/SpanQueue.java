package com.ones1ght.bootstrap.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Ended spans on their way to the collector, in batches, one export at a time. It is bounded: while the collector is
 * slow or unreachable, spans are discarded and counted. In place of the SDK's own, which has a thread of its own and
 * does not tell how many it discards.
 */
final class SpanQueue implements SpanProcessor {

    private static final int CAPACITY = 2_048;
    private static final int BATCH = 512;

    private final SpanExporter exporter;
    private final Executor executor;
    private final BlockingQueue<SpanData> ended = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean exporting = new AtomicBoolean();
    private final LongAdder dropped = new LongAdder();
    private volatile CompletableResultCode latest = CompletableResultCode.ofSuccess();
    private volatile boolean closed;

    /** @param executor encodes the batches */
    SpanQueue(SpanExporter exporter, Executor executor) {
        this.exporter = exporter;
        this.executor = executor;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Only ended spans are sent.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (!span.getSpanContext().isSampled()) {
            return;
        }
        if (closed || !ended.offer(span.toSpanData())) {
            dropped.increment();
        } else if (ended.size() >= BATCH && !exporting.get()) {
            wake();
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    long dropped() {
        return dropped.sum();
    }

    /** Has a batch sent soon. Does not block. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                executor.execute(() -> {
                    woken.set(false);
                    send();
                });
            } catch (RejectedExecutionException stopping) {
                woken.set(false);
            }
        }
    }

    /** Starts an export unless there is nothing to send, or one is in progress, which continues with what is left. */
    private void send() {
        if (!exporting.compareAndSet(false, true)) {
            return;
        }
        List<SpanData> batch = new ArrayList<>(BATCH);
        ended.drainTo(batch, BATCH);
        if (batch.isEmpty()) {
            exporting.set(false);
            return;
        }
        CompletableResultCode result = export(batch);
        latest = result;
        result.whenComplete(() -> {
            if (!result.isSuccess()) {
                dropped.add(batch.size());
            }
            exporting.set(false);
            if (ended.size() >= BATCH) {
                wake();
            }
        });
    }

    private CompletableResultCode export(List<SpanData> batch) {
        try {
            return exporter.export(batch);
        } catch (RuntimeException rejected) {
            return CompletableResultCode.ofExceptionalFailure(rejected);
        }
    }

    /** Sends the rest until the limit, on the calling thread as far as it can, then discards what is left. */
    void close(Duration limit) {
        closed = true;
        long deadline = System.nanoTime() + limit.toNanos();
        while (hasMore() && System.nanoTime() < deadline) {
            send();
            latest.join(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
        int left = ended.size();
        ended.clear();
        dropped.add(left);
        exporter.shutdown();
    }

    private boolean hasMore() {
        return !ended.isEmpty() || !latest.isDone();
    }
}
