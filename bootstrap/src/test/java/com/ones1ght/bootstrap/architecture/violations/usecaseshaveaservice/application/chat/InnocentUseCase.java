package com.ones1ght.bootstrap.architecture.violations.usecaseshaveaservice.application.chat;

public interface InnocentUseCase {

    void ask();
}
