package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

class ViolatingDelay {

    Executor later() {
        return CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    }
}
