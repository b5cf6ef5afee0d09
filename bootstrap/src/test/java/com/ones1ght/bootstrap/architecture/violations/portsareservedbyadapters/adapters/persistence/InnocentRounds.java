package com.ones1ght.bootstrap.architecture.violations.portsareservedbyadapters.adapters.persistence;

import com.ones1ght.bootstrap.architecture.violations.portsareservedbyadapters.application.chat.port.Rounds;

final class InnocentRounds implements Rounds {

    @Override
    public int count() {
        return 0;
    }
}
