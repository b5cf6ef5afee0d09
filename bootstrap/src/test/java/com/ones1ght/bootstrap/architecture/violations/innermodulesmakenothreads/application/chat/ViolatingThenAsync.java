package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

import java.util.concurrent.CompletionStage;

class ViolatingThenAsync {

    CompletionStage<String> after(CompletionStage<String> stage) {
        return stage.thenApplyAsync(String::strip);
    }
}
