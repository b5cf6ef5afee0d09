package com.ones1ght.bootstrap.architecture.violations.adaptersseeusecasesbyinterface.adapters.rest;

import com.ones1ght.bootstrap.architecture.violations.adaptersseeusecasesbyinterface.application.chat.AskService;

record ViolatingResource(AskService service) {}
