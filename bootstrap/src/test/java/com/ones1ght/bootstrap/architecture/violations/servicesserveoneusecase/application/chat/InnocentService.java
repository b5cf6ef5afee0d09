package com.ones1ght.bootstrap.architecture.violations.servicesserveoneusecase.application.chat;

final class InnocentService implements InnocentUseCase {

    @Override
    public void ask() {}
}
