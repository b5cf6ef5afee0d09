package com.ones1ght.bootstrap.architecture.violations.onlyrestdrives.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.onlyrestdrives.application.chat.AskUseCase;

record InnocentResource(AskUseCase useCase) {}
