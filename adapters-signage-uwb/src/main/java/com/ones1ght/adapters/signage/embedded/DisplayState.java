package com.ones1ght.adapters.signage.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The complete state of a screen as sent to its pages. The remaining time is included and counted down by the page
 * itself; a change of it alone is not sent.
 */
final class DisplayState {

    private final byte[] shown;
    private final long timeoutMillis;

    /** @param shown a JSON object with at least one field, on one line; equal for states that look the same */
    DisplayState(byte[] shown, long timeoutMillis) {
        this.shown = shown;
        this.timeoutMillis = timeoutMillis;
    }

    /** Whether a page that shows the other state needs no update. */
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
