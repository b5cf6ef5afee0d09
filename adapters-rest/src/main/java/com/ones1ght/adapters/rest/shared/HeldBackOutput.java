package com.ones1ght.adapters.rest.shared;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Collects the body of an answer. It is whole when the announced length is reached, or when the stream is closed or
 * finished. Flushing says that the client is to have what there is, so that an answer of unknown length is passed on from
 * then on, as it is when it gets too long or is written without blocking.
 */
final class HeldBackOutput extends ServletOutputStream {

    /** Longer answers are passed on rather than kept in memory. */
    static final int MAX_LENGTH = 4 * 1024 * 1024;

    private final CompressedResponse response;
    private final GzipPolicy policy;
    private final ServletOutputStream target;
    private final Collected collected = new Collected();
    private boolean isPassedOn;

    /** @param target the client */
    HeldBackOutput(CompressedResponse response, GzipPolicy policy, ServletOutputStream target) {
        this.response = response;
        this.policy = policy;
        this.target = target;
    }

    boolean isEmpty() {
        return !isPassedOn && collected.size() == 0;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        long announced = response.length();
        if (isPassedOn) {
            target.write(bytes, from, count);
        } else if (announced > MAX_LENGTH
                || collected.size() + count > MAX_LENGTH
                || announced < 0 && response.isAsynchronous()) {
            passOn();
            target.write(bytes, from, count);
        } else if (collected.size() == 0 && count == announced) {
            send(bytes, from, count);
        } else {
            collected.write(bytes, from, count);
            if (collected.size() == announced) {
                sendCollected();
            }
        }
    }

    /** For a writer, which flushes when it is closed, too: no wish to send piece by piece. */
    OutputStream unflushed() {
        return new FilterOutputStream(this) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void flush() {}
        };
    }

    /** From now on bytes go to the client as they come. */
    void passOn() throws IOException {
        if (!isPassedOn) {
            isPassedOn = true;
            response.announceLength(-1);
            collected.writeTo(target);
            collected.reset();
        }
    }

    /** The body is whole. */
    void finish() throws IOException {
        if (!isPassedOn) {
            sendCollected();
        }
    }

    private void sendCollected() throws IOException {
        send(collected.bytes(), 0, collected.size());
        collected.reset();
    }

    private void send(byte[] body, int from, int count) throws IOException {
        isPassedOn = true;
        if (response.isAnswerToHead(count)) {
            return;
        }
        if (!response.isToBeCompressed(count)) {
            response.announceLength(count);
            target.write(body, from, count);
            return;
        }
        byte[] copy = policy.copy((HttpServletResponse) response.getResponse(), count, () -> gzip(
                        body, from, count, Deflater.DEFAULT_COMPRESSION)
                .toByteArray());
        if (copy != null) {
            response.getResponse().setContentLength(copy.length);
            target.write(copy);
            return;
        }
        Collected compressed = gzip(body, from, count, Deflater.BEST_SPEED);
        response.getResponse().setContentLength(compressed.size());
        target.write(compressed.bytes(), 0, compressed.size());
    }

    private static Collected gzip(byte[] body, int from, int count, int level) {
        Collected compressed = new Collected();
        try (GZIPOutputStream gzip = new LevelledGzip(compressed, level)) {
            gzip.write(body, from, count);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return compressed;
    }

    @Override
    public void flush() throws IOException {
        if (!isPassedOn && response.length() < 0) {
            passOn();
        }
        if (isPassedOn) {
            target.flush();
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        target.close();
    }

    @Override
    public boolean isReady() {
        return !isPassedOn || target.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        // Nothing has been written: a listener is told when it may begin to.
        isPassedOn = true;
        response.announceLength(-1);
        target.setWriteListener(listener);
    }

    /** Gives its bytes away without a copy. */
    private static final class Collected extends ByteArrayOutputStream {

        byte[] bytes() {
            return buf;
        }
    }

    private static final class LevelledGzip extends GZIPOutputStream {

        LevelledGzip(Collected target, int level) throws IOException {
            super(target, 4096);
            def.setLevel(level);
        }
    }
}
