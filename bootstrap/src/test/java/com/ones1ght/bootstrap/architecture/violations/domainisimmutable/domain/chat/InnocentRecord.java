package com.ones1ght.bootstrap.architecture.violations.domainisimmutable.domain.chat;

record InnocentRecord(int count) {}
