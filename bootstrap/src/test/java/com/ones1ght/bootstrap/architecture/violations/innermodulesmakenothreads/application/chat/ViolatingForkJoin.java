package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

class ViolatingForkJoin {

    Executor make() {
        return ForkJoinPool.commonPool();
    }
}
