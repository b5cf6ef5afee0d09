package com.ones1ght.bootstrap.architecture.violations.adaptersseeusecasesbyinterface.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.adaptersseeusecasesbyinterface.application.chat.AskUseCase;

record InnocentResource(AskUseCase useCase) {}
