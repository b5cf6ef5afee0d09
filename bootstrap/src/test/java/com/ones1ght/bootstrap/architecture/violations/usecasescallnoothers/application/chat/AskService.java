package com.ones1ght.bootstrap.architecture.violations.usecasescallnoothers.application.chat;

final class AskService implements AskUseCase {

    @Override
    public void ask(Command command) {}
}
