package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

class ViolatingNamedThread {

    Thread make() {
        return new Thread("worker");
    }
}
