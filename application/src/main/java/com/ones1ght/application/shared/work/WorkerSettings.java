package com.ones1ght.application.shared.work;

import java.time.Duration;

/**
 * The limits of a {@link Worker}.
 *
 * @param lease how long a claim lasts without being renewed; it is renewed three times as often
 * @param tick how often the worker looks for due items by itself
 * @param maxHeld how many items this node holds at the most, waiting ones included
 * @param maxSteps how many steps are under way at once at the most
 * @param drain how long a stop waits for steps under way
 */
public record WorkerSettings(Duration lease, Duration tick, int maxHeld, int maxSteps, Duration drain) {}
