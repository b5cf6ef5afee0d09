package com.ones1ght.bootstrap.architecture.violations.portsareservedbyadapters.application.chat;

import com.ones1ght.bootstrap.architecture.violations.portsareservedbyadapters.application.chat.port.Rounds;

final class ViolatingRounds implements Rounds {

    @Override
    public int count() {
        return 0;
    }
}
