package com.example.gallery.holdnostaticstate.till;

import com.ones1ght.application.shared.port.IdGenerator;
import java.util.List;
import java.util.UUID;

public final class RightConstants implements IdGenerator {

    private static final List<UUID> IDS = List.of(new UUID(0, 1));
    private static final UUID[] OWN = {new UUID(0, 2)};

    @Override
    public UUID next() {
        return IDS.get(0);
    }
}
