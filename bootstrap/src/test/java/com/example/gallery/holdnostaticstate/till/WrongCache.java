package com.example.gallery.holdnostaticstate.till;

import com.ones1ght.application.shared.port.IdGenerator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

public final class WrongCache implements IdGenerator {

    private static final Map<String, UUID> CACHE = new HashMap<>();

    @Override
    public UUID next() {
        return CACHE.computeIfAbsent("key", key -> new UUID(0, 1));
    }
}
