package com.ones1ght.bootstrap.architecture.violations.onlyrestdrives.adapters.store;

import com.ones1ght.bootstrap.architecture.violations.onlyrestdrives.application.chat.AskUseCase;

record ViolatingStore(AskUseCase useCase) {}
