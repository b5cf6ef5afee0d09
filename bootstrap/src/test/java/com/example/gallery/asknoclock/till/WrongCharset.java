package com.example.gallery.asknoclock.till;

import com.ones1ght.application.shared.port.IdGenerator;
import java.util.UUID;

public final class WrongCharset implements IdGenerator {

    @Override
    public UUID next() {
        return UUID.nameUUIDFromBytes("id".getBytes());
    }
}
