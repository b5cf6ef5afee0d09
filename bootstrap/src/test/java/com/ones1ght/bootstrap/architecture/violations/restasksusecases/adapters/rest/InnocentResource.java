package com.ones1ght.bootstrap.architecture.violations.restasksusecases.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.restasksusecases.application.chat.AskUseCase;
import com.ones1ght.bootstrap.architecture.violations.restasksusecases.application.chat.port.RoundQueries;

record InnocentResource(AskUseCase useCase, RoundQueries rounds) {

    int count() {
        return useCase.ask() + rounds.latest();
    }
}
