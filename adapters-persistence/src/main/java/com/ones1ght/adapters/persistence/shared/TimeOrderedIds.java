package com.ones1ght.adapters.persistence.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import com.ones1ght.application.shared.port.IdGenerator;
import java.util.UUID;

/** UUIDs of version 7, so that new rows go to the end of their index. Thread-safe. */
public final class TimeOrderedIds implements IdGenerator {

    @Override
    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
