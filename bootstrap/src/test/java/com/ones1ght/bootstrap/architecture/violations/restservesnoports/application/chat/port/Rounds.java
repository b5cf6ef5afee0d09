package com.ones1ght.bootstrap.architecture.violations.restservesnoports.application.chat.port;

public interface Rounds {

    int count();
}
