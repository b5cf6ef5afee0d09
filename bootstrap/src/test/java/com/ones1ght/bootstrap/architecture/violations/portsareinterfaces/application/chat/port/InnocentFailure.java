package com.ones1ght.bootstrap.architecture.violations.portsareinterfaces.application.chat.port;

public final class InnocentFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
