package com.ones1ght.bootstrap.architecture.violations.domainknowsjavaalone.application.chat.port;

public interface Rounds {}
