package com.ones1ght.bootstrap.architecture.violations.portsknownousecases.application.chat.port;

import com.ones1ght.bootstrap.architecture.violations.portsknownousecases.application.chat.AskUseCase;

public interface ViolatingRounds {

    void add(AskUseCase.Command command);
}
