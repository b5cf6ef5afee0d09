package com.ones1ght.bootstrap.architecture.violations.applicationmakesnothreads.application.chat;

class ViolatingSleep {

    void rest() throws InterruptedException {
        Thread.sleep(1);
    }
}
