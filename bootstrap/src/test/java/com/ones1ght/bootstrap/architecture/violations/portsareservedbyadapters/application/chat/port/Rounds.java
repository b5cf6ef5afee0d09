package com.ones1ght.bootstrap.architecture.violations.portsareservedbyadapters.application.chat.port;

public interface Rounds {

    int count();
}
