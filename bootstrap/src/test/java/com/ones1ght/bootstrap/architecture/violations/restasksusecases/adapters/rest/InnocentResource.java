package com.ones1ght.bootstrap.architecture.violations.restasksusecases.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.restasksusecases.application.chat.AskUseCase;

record InnocentResource(AskUseCase useCase) {

    int count() {
        return useCase.ask();
    }
}
