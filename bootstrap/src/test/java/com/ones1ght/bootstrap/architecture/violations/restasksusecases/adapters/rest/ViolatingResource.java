package com.ones1ght.bootstrap.architecture.violations.restasksusecases.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.restasksusecases.application.chat.port.Rounds;

record ViolatingResource(Rounds rounds) {

    int count() {
        return rounds.count();
    }
}
