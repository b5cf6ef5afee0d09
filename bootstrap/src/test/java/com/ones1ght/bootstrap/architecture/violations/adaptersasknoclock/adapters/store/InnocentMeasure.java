package com.ones1ght.bootstrap.architecture.violations.adaptersasknoclock.adapters.store;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;

class InnocentMeasure {

    private final InstantSource clock;

    InnocentMeasure(InstantSource clock) {
        this.clock = clock;
    }

    long took(long since) {
        return System.nanoTime() - since;
    }

    String today(byte[] bytes) {
        return clock.instant() + new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
}
