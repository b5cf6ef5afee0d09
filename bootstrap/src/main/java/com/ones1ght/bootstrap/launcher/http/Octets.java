package com.ones1ght.bootstrap.launcher.http;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.util.ByteChunk;
import org.glassfish.grizzly.http.util.DataChunk;

/**
 * A part of a request's head as received.
 *
 * @param from the index of the first byte
 * @param to the index after the last byte
 */
record Octets(byte[] array, int from, int to) {

    private static final byte[] NONE = {};

    static Octets of(DataChunk chunk) {
        if (chunk.isNull()) {
            return new Octets(NONE, 0, 0);
        }
        if (chunk.getType() == DataChunk.Type.Bytes) {
            ByteChunk bytes = chunk.getByteChunk();
            return new Octets(bytes.getBuffer(), bytes.getStart(), bytes.getEnd());
        }
        // The head arrived in several packets.
        byte[] copy = chunk.toString(StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return new Octets(copy, 0, copy.length);
    }

    int length() {
        return to - from;
    }

    int at(int index) {
        return array[from + index] & 0xff;
    }

    Octets from(int index) {
        return new Octets(array, from + index, to);
    }

    /** @param lowerCase ASCII in lower case */
    boolean equalsIgnoreCase(String lowerCase) {
        return length() == lowerCase.length() && startsWithIgnoreCase(lowerCase);
    }

    /** @param lowerCase ASCII in lower case */
    boolean startsWithIgnoreCase(String lowerCase) {
        if (length() < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            int c = at(i);
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return new String(array, from, length(), StandardCharsets.ISO_8859_1);
    }
}
