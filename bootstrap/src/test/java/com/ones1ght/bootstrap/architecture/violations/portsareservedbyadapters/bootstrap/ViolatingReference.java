package com.ones1ght.bootstrap.architecture.violations.portsareservedbyadapters.bootstrap;

import com.ones1ght.bootstrap.architecture.violations.portsareservedbyadapters.application.chat.port.Rounds;

final class ViolatingReference {

    Rounds rounds(String text) {
        return text::length;
    }
}
