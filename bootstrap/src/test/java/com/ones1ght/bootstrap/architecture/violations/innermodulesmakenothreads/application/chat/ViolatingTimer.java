package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

import java.util.Timer;

class ViolatingTimer {

    Object make() {
        return new Timer(true);
    }
}
