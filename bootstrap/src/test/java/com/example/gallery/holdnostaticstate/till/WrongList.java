package com.example.gallery.holdnostaticstate.till;

import com.ones1ght.application.shared.port.IdGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

public final class WrongList implements IdGenerator {

    private static final List<UUID> IDS = new ArrayList<>();

    @Override
    public UUID next() {
        return IDS.get(0);
    }
}
