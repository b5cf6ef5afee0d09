package com.ones1ght.application.shared.work;

import java.time.Duration;

/**
 * The limits of a {@link Worker}.
 *
 * @param lease how long a claim lasts without being renewed; it is renewed three times as often
 * @param tick how often the worker looks for due items without being woken
 * @param maxHeld how many items this node holds at most, including waiting ones
 * @param maxSteps how many steps are in progress at most
 * @param drain how long a stop waits for steps in progress
 */
public record WorkerSettings(Duration lease, Duration tick, int maxHeld, int maxSteps, Duration drain) {}
