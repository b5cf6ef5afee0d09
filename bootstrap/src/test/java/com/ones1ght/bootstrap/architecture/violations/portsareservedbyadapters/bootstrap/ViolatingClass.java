package com.ones1ght.bootstrap.architecture.violations.portsareservedbyadapters.bootstrap;

import com.ones1ght.bootstrap.architecture.violations.portsareservedbyadapters.application.chat.port.Rounds;

final class ViolatingClass implements Rounds {

    @Override
    public int count() {
        return 0;
    }
}
