package com.ones1ght.bootstrap.architecture.violations.commandsarevalues.application.chat;

public interface AskUseCase {

    void ask(ViolatingCommand command, InnocentCommand other);

    final class ViolatingCommand {}

    record InnocentCommand(String prompt) {}
}
