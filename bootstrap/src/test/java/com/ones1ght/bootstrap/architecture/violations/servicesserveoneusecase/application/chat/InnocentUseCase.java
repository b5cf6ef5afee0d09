package com.ones1ght.bootstrap.architecture.violations.servicesserveoneusecase.application.chat;

public interface InnocentUseCase {

    void ask();
}
