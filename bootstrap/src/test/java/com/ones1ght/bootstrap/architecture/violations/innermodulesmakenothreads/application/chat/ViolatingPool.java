package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

class ViolatingPool {

    Executor make() {
        return Executors.newCachedThreadPool();
    }
}
