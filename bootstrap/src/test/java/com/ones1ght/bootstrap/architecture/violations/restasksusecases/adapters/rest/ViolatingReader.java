package com.ones1ght.bootstrap.architecture.violations.restasksusecases.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.restasksusecases.application.chat.port.Rounds;

record ViolatingReader(Rounds rounds) {

    int latest() {
        return rounds.latest();
    }
}
