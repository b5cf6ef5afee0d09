package com.ones1ght.bootstrap.architecture.violations.domainasksnoclock.domain.chat;

import java.util.UUID;
import java.util.function.Supplier;

class ViolatingReference {

    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
