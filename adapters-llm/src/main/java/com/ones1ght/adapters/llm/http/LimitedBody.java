package com.ones1ght.adapters.llm.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a limit, and counts progress. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final int limit;
    private final AtomicLong progress;
    private final RuntimeException tooLarge;
    private Flow.@Nullable Subscription subscription;

    LimitedBody(int limit, AtomicLong progress, RuntimeException tooLarge) {
        this.limit = limit;
        this.progress = progress;
        this.tooLarge = tooLarge;
        progress.incrementAndGet();
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        progress.incrementAndGet();
        for (ByteBuffer buffer : buffers) {
            if (body.isDone()) {
                return;
            }
            if (bytes.size() + buffer.remaining() > limit) {
                body.completeExceptionally(tooLarge);
                if (subscription != null) {
                    subscription.cancel();
                }
                return;
            }
            byte[] some = new byte[buffer.remaining()];
            buffer.get(some);
            bytes.writeBytes(some);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toByteArray());
    }
}
