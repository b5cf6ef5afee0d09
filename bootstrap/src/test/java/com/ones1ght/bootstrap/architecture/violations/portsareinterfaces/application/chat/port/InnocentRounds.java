package com.ones1ght.bootstrap.architecture.violations.portsareinterfaces.application.chat.port;

import java.util.Optional;

public interface InnocentRounds {

    Optional<Found> find();

    record Found(String name) {}
}
