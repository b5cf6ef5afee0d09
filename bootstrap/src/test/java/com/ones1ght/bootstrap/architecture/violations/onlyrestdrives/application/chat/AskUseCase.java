package com.ones1ght.bootstrap.architecture.violations.onlyrestdrives.application.chat;

public interface AskUseCase {

    void ask();
}
