package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

class InnocentStages {

    CompletionStage<String> after(CompletionStage<String> stage, Executor executor) {
        Thread.currentThread().interrupt();
        return stage.thenApplyAsync(String::strip, executor);
    }
}
