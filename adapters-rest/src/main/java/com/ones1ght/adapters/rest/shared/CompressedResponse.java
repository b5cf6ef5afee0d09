package com.ones1ght.adapters.rest.shared;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Holds an answer back until it is whole, and compresses it then if it may and should be. An answer that is sent piece by
 * piece, such as an event stream, or that is very long, is passed on unchanged.
 */
final class CompressedResponse extends HttpServletResponseWrapper {

    private static final String CONTENT_LENGTH = "Content-Length";

    private final boolean isHead;
    private final GzipPolicy policy;
    private long length = -1;
    private boolean isAnnounced;
    private volatile boolean isAsynchronous;
    private @Nullable HeldBackOutput output;
    private @Nullable PrintWriter writer;

    /** @param isHead whether the request is HEAD, whose answer has the headers of that to GET */
    CompressedResponse(HttpServletResponse response, boolean isHead, GzipPolicy policy) {
        super(response);
        this.isHead = isHead;
        this.policy = policy;
    }

    /** The length that the application has announced; -1 if it has not. */
    long length() {
        return length;
    }

    /** Whether other threads write the answer, which do not say when it is whole unless its length is known. */
    boolean isAsynchronous() {
        return isAsynchronous;
    }

    void beginAsynchronous() {
        isAsynchronous = true;
        if (output != null && length < 0) {
            try {
                output.passOn();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Sets the headers of a whole answer of this length; see {@link GzipPolicy#apply}. */
    boolean isToBeCompressed(long whole) {
        return policy.apply((HttpServletResponse) getResponse(), whole);
    }

    /** Passes the announced length on, or the actual one where none was announced; -1 where that is not known yet. */
    void announceLength(long actual) {
        long known = length < 0 ? actual : length;
        if (known >= 0) {
            super.setContentLengthLong(known);
        }
    }

    /** The answer is whole. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (output != null && !output.isEmpty()) {
            output.finish();
        } else {
            announceHead();
        }
    }

    /** Sets the headers of an answer without a body: to HEAD, or one that has none. */
    private void announceHead() throws IOException {
        if (isAnnounced) {
            return;
        }
        isAnnounced = true;
        if (isHead && isToBeCompressed(length)) {
            // Before the server sets the length, to that of the nothing which is written.
            super.flushBuffer();
        } else {
            announceLength(-1);
        }
    }

    /**
     * Sets the headers of the answer to HEAD.
     *
     * @param whole the length of the answer to GET before compression
     * @return whether the request is HEAD, so that nothing is to be written
     */
    boolean isAnswerToHead(long whole) throws IOException {
        if (isHead) {
            length = whole;
            announceHead();
        }
        return isHead;
    }

    @Override
    public void setStatus(int status) {
        super.setStatus(status);
        if (status == SC_NOT_MODIFIED) {
            // As the answer with a body would have it.
            GzipPolicy.addVary((HttpServletResponse) getResponse());
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (writer != null) {
            throw new IllegalStateException("The writer is in use");
        }
        return held();
    }

    private HeldBackOutput held() throws IOException {
        if (isHead && length >= 0) {
            // Nothing is going to be written, and the headers are complete.
            announceHead();
        }
        HeldBackOutput held = output;
        if (held == null) {
            held = new HeldBackOutput(this, policy, super.getOutputStream());
            output = held;
        }
        return held;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        PrintWriter known = writer;
        if (known == null) {
            if (output != null) {
                throw new IllegalStateException("The output stream is in use");
            }
            setCharacterEncoding(getCharacterEncoding());
            known = new PrintWriter(new OutputStreamWriter(held().unflushed(), getCharacterEncoding()));
            writer = known;
        }
        return known;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (output != null && !output.isEmpty()) {
            output.flush();
        } else {
            announceHead();
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int announced) {
        setContentLengthLong(announced);
    }

    @Override
    public void setContentLengthLong(long announced) {
        length = announced;
        if (isAnnounced) {
            super.setContentLengthLong(announced);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (!isLength(name, value)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!isLength(name, value)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, Integer.toString(value));
    }

    private boolean isLength(String name, @Nullable String value) {
        boolean isLength = name.equalsIgnoreCase(CONTENT_LENGTH);
        if (isLength) {
            setContentLengthLong(value == null ? -1 : Long.parseLong(value));
        }
        return isLength;
    }

    @Override
    public void sendError(int status) throws IOException {
        discard();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        discard();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        discard();
        super.sendRedirect(location);
    }

    @Override
    public void reset() {
        super.reset();
        discard();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        discard();
    }

    private void discard() {
        length = -1;
        isAnnounced = false;
        output = null;
        writer = null;
    }
}
