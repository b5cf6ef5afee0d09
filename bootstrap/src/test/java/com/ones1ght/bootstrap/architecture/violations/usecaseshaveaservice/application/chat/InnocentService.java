package com.ones1ght.bootstrap.architecture.violations.usecaseshaveaservice.application.chat;

final class InnocentService implements InnocentUseCase {

    @Override
    public void ask() {}
}
