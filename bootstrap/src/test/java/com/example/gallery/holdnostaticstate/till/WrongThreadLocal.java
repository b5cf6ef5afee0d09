package com.example.gallery.holdnostaticstate.till;

import com.ones1ght.application.shared.port.IdGenerator;
import java.util.UUID;

public final class WrongThreadLocal implements IdGenerator {

    private static final ThreadLocal<UUID> CURRENT = new ThreadLocal<>();

    @Override
    public UUID next() {
        return CURRENT.get();
    }
}
