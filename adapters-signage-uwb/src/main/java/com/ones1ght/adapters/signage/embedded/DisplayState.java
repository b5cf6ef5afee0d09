package com.ones1ght.adapters.signage.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * All that a screen shows, as its pages are told. The time that is left to it goes along and runs by itself on the
 * page: it is no reason to tell the page anew.
 */
final class DisplayState {

    private final byte[] shown;
    private final long timeoutMillis;

    /** @param shown a JSON object with one field at least, on one line; equal for what looks the same */
    DisplayState(byte[] shown, long timeoutMillis) {
        this.shown = shown;
        this.timeoutMillis = timeoutMillis;
    }

    /** Whether a page that shows the other one has nothing to do. */
    boolean looksLike(DisplayState other) {
        return Arrays.equals(shown, other.shown);
    }

    /** One JSON object on one line. */
    byte[] json() {
        byte[] time = ("{\"timeout_ms\":" + timeoutMillis + ",").getBytes(StandardCharsets.US_ASCII);
        byte[] json = Arrays.copyOf(time, time.length + shown.length - 1);
        System.arraycopy(shown, 1, json, time.length, shown.length - 1);
        return json;
    }
}
