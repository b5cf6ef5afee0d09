package com.ones1ght.application.shared;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JSON value, ready to be sent: its UTF-8 bytes travel from the database to the socket without being read.
 * The bytes are shared, not copied; nobody changes them.
 */
public final class JsonFragment {

    private final byte[] utf8;

    private JsonFragment(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Wraps bytes that hold exactly one JSON value. */
    public static JsonFragment ofUtf8(byte[] utf8) {
        return new JsonFragment(utf8);
    }

    /** Wraps a text that holds exactly one JSON value. */
    public static JsonFragment of(String json) {
        return new JsonFragment(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes themselves, not a copy. */
    public byte[] utf8() {
        return utf8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonFragment fragment && Arrays.equals(utf8, fragment.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
