package com.ones1ght.adapters.rest.shared;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.ones1ght.application.shared.JsonFragment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assembles a JSON document from small parts and from fragments, which are not parsed and whose bytes are copied exactly
 * once. The caller is responsible for valid JSON.
 */
public final class JsonPieces {

    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private final List<Piece> done = new ArrayList<>();
    private final StringBuilder open = new StringBuilder(512);
    private int size;

    /** Adds JSON text unchanged. */
    public JsonPieces raw(String json) {
        open.append(json);
        return this;
    }

    /** Adds a whole number. */
    public JsonPieces number(long number) {
        open.append(number);
        return this;
    }

    /** Adds a string, quoted and escaped; null becomes {@code null}. */
    public JsonPieces text(@Nullable String text) {
        if (text == null) {
            open.append("null");
        } else {
            open.append('"');
            ENCODER.quoteAsString(text, open);
            open.append('"');
        }
        return this;
    }

    /** Adds a fragment unchanged. */
    public JsonPieces fragment(JsonFragment fragment) {
        bytes(fragment.utf8());
        return this;
    }

    /** Adds JSON text in UTF-8 unchanged. */
    public JsonPieces bytes(byte[] utf8) {
        close();
        add(utf8, utf8.length);
        return this;
    }

    /** Adds a fragment without its last byte: an object or array to be continued. */
    public JsonPieces reopened(JsonFragment fragment) {
        close();
        add(fragment.utf8(), fragment.utf8().length - 1);
        return this;
    }

    /** The whole document in UTF-8. */
    public byte[] join() {
        close();
        byte[] whole = new byte[size];
        int at = 0;
        for (Piece piece : done) {
            System.arraycopy(piece.utf8, 0, whole, at, piece.length);
            at += piece.length;
        }
        return whole;
    }

    /** The whole document as a text. */
    public String text() {
        return new String(join(), StandardCharsets.UTF_8);
    }

    private void close() {
        if (!open.isEmpty()) {
            byte[] utf8 = open.toString().getBytes(StandardCharsets.UTF_8);
            open.setLength(0);
            add(utf8, utf8.length);
        }
    }

    private void add(byte[] utf8, int length) {
        done.add(new Piece(utf8, length));
        size += length;
    }

    private static final class Piece {

        private final byte[] utf8;
        private final int length;

        Piece(byte[] utf8, int length) {
            this.utf8 = utf8;
            this.length = length;
        }
    }
}
