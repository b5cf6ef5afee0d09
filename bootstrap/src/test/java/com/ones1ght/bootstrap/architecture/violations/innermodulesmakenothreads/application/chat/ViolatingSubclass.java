package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

class ViolatingSubclass extends Thread {

    @Override
    public void run() {
        interrupt();
    }
}
