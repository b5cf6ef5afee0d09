package com.ones1ght.application.shared;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A JSON value as UTF-8 bytes, which pass from the database to the socket without being parsed. The bytes are shared, not
 * copied, and must not be changed.
 */
public final class JsonFragment {

    private final byte[] utf8;

    private JsonFragment(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Wraps bytes that are exactly one JSON value. */
    public static JsonFragment ofUtf8(byte[] utf8) {
        return new JsonFragment(utf8);
    }

    /** Wraps a text that is exactly one JSON value. */
    public static JsonFragment of(String json) {
        return new JsonFragment(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON array of the values, in their order. */
    public static JsonFragment arrayOf(List<JsonFragment> elements) {
        int length = 1 + Math.max(1, elements.size());
        for (JsonFragment element : elements) {
            length += element.utf8.length;
        }
        byte[] array = new byte[length];
        array[0] = '[';
        int at = 1;
        for (JsonFragment element : elements) {
            if (at > 1) {
                array[at++] = ',';
            }
            System.arraycopy(element.utf8, 0, array, at, element.utf8.length);
            at += element.utf8.length;
        }
        array[at] = ']';
        return new JsonFragment(array);
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
