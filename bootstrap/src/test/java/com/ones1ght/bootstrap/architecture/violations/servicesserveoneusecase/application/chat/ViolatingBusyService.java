package com.ones1ght.bootstrap.architecture.violations.servicesserveoneusecase.application.chat;

final class ViolatingBusyService implements AskUseCase, Runnable {

    @Override
    public void ask() {}

    @Override
    public void run() {}
}
