package com.ones1ght.bootstrap.architecture.violations.applicationmakesnothreads.application.chat;

class ViolatingThread {

    Thread make(Runnable work) {
        return new Thread(work);
    }
}
