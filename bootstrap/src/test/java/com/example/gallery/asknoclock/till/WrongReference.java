package com.example.gallery.asknoclock.till;

import com.ones1ght.application.shared.port.IdGenerator;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

public final class WrongReference implements IdGenerator {

    @Override
    public UUID next() {
        return Optional.<LocalDate>empty()
                .or(() -> Optional.of(LocalDate.now()))
                .map(day -> new UUID(0, 1))
                .orElseThrow();
    }
}
