package com.ones1ght.bootstrap.architecture.violations.adaptersseeusecasesbyinterface.application.chat;

public final class AskService implements AskUseCase {

    @Override
    public void ask() {}
}
