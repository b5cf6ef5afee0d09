package com.example.gallery.dependinwardsonly.till;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ones1ght.application.shared.port.IdGenerator;
import java.util.UUID;

public final class WrongLibrary implements IdGenerator {

    @Override
    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
