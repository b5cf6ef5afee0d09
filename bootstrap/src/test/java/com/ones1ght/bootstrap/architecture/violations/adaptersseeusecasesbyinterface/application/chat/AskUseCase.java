package com.ones1ght.bootstrap.architecture.violations.adaptersseeusecasesbyinterface.application.chat;

public interface AskUseCase {

    void ask();
}
