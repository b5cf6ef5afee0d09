package com.ones1ght.bootstrap.architecture.violations.usecaseshaveaservice.application.chat;

public interface ViolatingUseCase {

    void ask();
}
