package com.ones1ght.bootstrap.architecture.violations.portsknownousecases.application.chat;

public interface AskUseCase {

    void ask(Command command);

    record Command(String prompt) {}
}
