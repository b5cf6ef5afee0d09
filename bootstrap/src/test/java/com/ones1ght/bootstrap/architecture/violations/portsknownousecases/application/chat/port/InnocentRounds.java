package com.ones1ght.bootstrap.architecture.violations.portsknownousecases.application.chat.port;

public interface InnocentRounds {

    void add(String prompt);
}
