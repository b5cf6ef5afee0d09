package com.example.gallery.holdnostaticstate.till;

import com.ones1ght.application.shared.port.IdGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

public final class WrongWrapper implements IdGenerator {

    private static final List<UUID> IDS = Collections.unmodifiableList(new ArrayList<>());

    @Override
    public UUID next() {
        return IDS.get(0);
    }
}
