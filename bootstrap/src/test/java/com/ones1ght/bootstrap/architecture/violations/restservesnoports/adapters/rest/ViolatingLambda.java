package com.ones1ght.bootstrap.architecture.violations.restservesnoports.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.restservesnoports.application.chat.port.Rounds;

final class ViolatingLambda {

    Rounds rounds() {
        return () -> 0;
    }
}
