package com.example.gallery.holdnostaticstate.till;

import com.ones1ght.application.shared.port.IdGenerator;
import java.util.UUID;

public final class WrongHolder implements IdGenerator {

    private static final class Holder {
        private static UUID last = new UUID(0, 1);
    }

    @Override
    public UUID next() {
        return Holder.last;
    }
}
