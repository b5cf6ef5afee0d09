package com.ones1ght.bootstrap.architecture.violations.diagramofmodules.domain.chat;

import com.ones1ght.bootstrap.architecture.violations.diagramofmodules.application.chat.Ask;

record ViolatingUpward(Ask ask) {}
