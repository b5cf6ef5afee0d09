package com.ones1ght.bootstrap.architecture.violations.applicationasksnoclock.application.chat;

import java.util.UUID;
import java.util.function.Supplier;

class ViolatingReference {

    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
