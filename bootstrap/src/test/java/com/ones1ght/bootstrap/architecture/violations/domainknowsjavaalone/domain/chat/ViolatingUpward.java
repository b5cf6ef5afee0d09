package com.ones1ght.bootstrap.architecture.violations.domainknowsjavaalone.domain.chat;

import com.ones1ght.bootstrap.architecture.violations.domainknowsjavaalone.application.chat.port.Rounds;

record ViolatingUpward(Rounds rounds) {}
