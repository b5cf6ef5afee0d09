package com.example.gallery.asknoclock.till;

import com.ones1ght.application.shared.port.IdGenerator;
import java.util.UUID;

public final class RightMeasure implements IdGenerator {

    @Override
    public UUID next() {
        return new UUID(System.nanoTime(), 1);
    }
}
