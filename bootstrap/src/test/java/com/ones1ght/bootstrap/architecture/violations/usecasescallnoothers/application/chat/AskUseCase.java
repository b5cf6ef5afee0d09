package com.ones1ght.bootstrap.architecture.violations.usecasescallnoothers.application.chat;

public interface AskUseCase {

    void ask(Command command);

    record Command(String prompt) {}
}
