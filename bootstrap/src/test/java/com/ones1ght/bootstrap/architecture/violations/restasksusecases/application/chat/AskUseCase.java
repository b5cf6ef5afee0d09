package com.ones1ght.bootstrap.architecture.violations.restasksusecases.application.chat;

public interface AskUseCase {

    int ask();
}
