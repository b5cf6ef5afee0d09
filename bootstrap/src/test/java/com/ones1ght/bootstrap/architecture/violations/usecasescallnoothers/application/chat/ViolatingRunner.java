package com.ones1ght.bootstrap.architecture.violations.usecasescallnoothers.application.chat;

record ViolatingRunner(AskUseCase other) {}
