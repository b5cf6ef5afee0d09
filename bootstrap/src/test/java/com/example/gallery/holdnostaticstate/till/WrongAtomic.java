package com.example.gallery.holdnostaticstate.till;

import com.ones1ght.application.shared.port.IdGenerator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

public final class WrongAtomic implements IdGenerator {

    private static final AtomicLong COUNT = new AtomicLong();

    @Override
    public UUID next() {
        return new UUID(0, COUNT.incrementAndGet());
    }
}
