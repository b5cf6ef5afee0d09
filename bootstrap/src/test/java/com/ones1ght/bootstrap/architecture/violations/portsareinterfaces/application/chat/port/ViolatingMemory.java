package com.ones1ght.bootstrap.architecture.violations.portsareinterfaces.application.chat.port;

public final class ViolatingMemory {}
