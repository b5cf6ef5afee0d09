package com.ones1ght.bootstrap.architecture.violations.adaptersknowinwardonly.application.chat.port;

public interface Rounds {}
