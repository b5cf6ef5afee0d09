package com.ones1ght.bootstrap.architecture.violations.restservesnoports.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.restservesnoports.application.chat.port.Rounds;

final class ViolatingRounds implements Rounds {

    @Override
    public int count() {
        return 0;
    }
}
