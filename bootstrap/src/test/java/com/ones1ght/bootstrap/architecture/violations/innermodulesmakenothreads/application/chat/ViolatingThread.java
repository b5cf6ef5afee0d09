package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

class ViolatingThread {

    Thread make(Runnable work) {
        return new Thread(work);
    }
}
