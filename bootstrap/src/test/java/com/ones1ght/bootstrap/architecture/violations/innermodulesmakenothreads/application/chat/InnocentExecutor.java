package com.ones1ght.bootstrap.architecture.violations.innermodulesmakenothreads.application.chat;

import java.util.concurrent.Executor;

record InnocentExecutor(Executor executor) {}
