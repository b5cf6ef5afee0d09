package com.example.gallery.asknoclock.till;

import com.ones1ght.application.shared.port.IdGenerator;
import java.time.Clock;
import java.util.UUID;

public final class WrongClock implements IdGenerator {

    @Override
    public UUID next() {
        return new UUID(Clock.systemUTC().millis(), 1);
    }
}
