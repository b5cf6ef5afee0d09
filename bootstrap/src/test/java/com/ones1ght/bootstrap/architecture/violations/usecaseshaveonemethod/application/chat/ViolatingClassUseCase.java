package com.ones1ght.bootstrap.architecture.violations.usecaseshaveonemethod.application.chat;

public abstract class ViolatingClassUseCase {

    abstract void ask();
}
