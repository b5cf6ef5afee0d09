package com.ones1ght.bootstrap.architecture.violations.domainenumsholdnowords.domain.chat;

record InnocentPrompt(String text) {}
