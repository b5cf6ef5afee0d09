package com.ones1ght.application.shared;

import com.ones1ght.application.shared.port.IdGenerator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Version 7 ids that count upwards. */
public final class SequentialIds implements IdGenerator {

    private static final long VERSION_7 = 0x0190_0000_0000_7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong last = new AtomicLong();

    @Override
    public UUID next() {
        return new UUID(VERSION_7, VARIANT + last.incrementAndGet());
    }
}
