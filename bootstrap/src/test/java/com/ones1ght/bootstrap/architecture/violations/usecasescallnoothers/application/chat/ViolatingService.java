package com.ones1ght.bootstrap.architecture.violations.usecasescallnoothers.application.chat;

record ViolatingService(AskUseCase other) {

    void ask() {
        other.ask(new AskUseCase.Command("tofu"));
    }
}
