package com.ones1ght.bootstrap.architecture.violations.domainknowsjavaalone.domain.chat;

import java.util.concurrent.Executor;

record ViolatingThread(Executor executor) {}
