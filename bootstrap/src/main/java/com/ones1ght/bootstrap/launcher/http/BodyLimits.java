package com.ones1ght.bootstrap.launcher.http;

import java.time.Duration;

/**
 * How much of a body is collected, and how long that may take.
 *
 * @param maxBytes the largest body that is collected, from 1 on; the application refuses larger ones
 * @param timeout from the first byte of a head to its end, and from there to the end of the body; above zero
 */
public record BodyLimits(int maxBytes, Duration timeout) {}
