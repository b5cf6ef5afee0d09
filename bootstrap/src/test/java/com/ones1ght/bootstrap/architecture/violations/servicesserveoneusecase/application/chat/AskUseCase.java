package com.ones1ght.bootstrap.architecture.violations.servicesserveoneusecase.application.chat;

public interface AskUseCase {

    void ask();
}
