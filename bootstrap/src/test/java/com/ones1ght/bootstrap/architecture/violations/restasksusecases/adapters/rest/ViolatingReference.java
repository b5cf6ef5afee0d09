package com.ones1ght.bootstrap.architecture.violations.restasksusecases.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.restasksusecases.application.chat.port.Rounds;
import java.util.function.IntSupplier;

record ViolatingReference(Rounds rounds) {

    IntSupplier counter() {
        return rounds::count;
    }
}
