package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

class ViolatingHook {

    void install(Thread hook) {
        Runtime.getRuntime().addShutdownHook(hook);
    }
}
