package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

class ViolatingSleep {

    void rest() throws InterruptedException {
        Thread.sleep(1);
    }
}
