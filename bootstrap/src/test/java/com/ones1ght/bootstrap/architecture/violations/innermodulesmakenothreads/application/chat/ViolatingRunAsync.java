package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

import java.util.concurrent.CompletableFuture;

class ViolatingRunAsync {

    CompletableFuture<Void> start(Runnable work) {
        return CompletableFuture.runAsync(work);
    }
}
