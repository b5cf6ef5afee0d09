package com.ones1ght.bootstrap.architecture.violations.usecaseshaveonemethod.application.chat;

public interface ViolatingTwoUseCase {

    void ask();

    void answer();
}
