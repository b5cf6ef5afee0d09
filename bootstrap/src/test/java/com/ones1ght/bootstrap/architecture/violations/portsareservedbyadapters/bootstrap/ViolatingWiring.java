package com.ones1ght.bootstrap.architecture.violations.portsareservedbyadapters.bootstrap;

import com.ones1ght.bootstrap.architecture.violations.portsareservedbyadapters.application.chat.port.Rounds;

final class ViolatingWiring {

    Rounds rounds() {
        return () -> 0;
    }
}
