package com.example.gallery.asknoclock.till;

import com.ones1ght.application.shared.port.IdGenerator;
import java.time.ZoneId;
import java.util.UUID;

public final class WrongZone implements IdGenerator {

    @Override
    public UUID next() {
        return new UUID(ZoneId.systemDefault().getId().length(), 1);
    }
}
