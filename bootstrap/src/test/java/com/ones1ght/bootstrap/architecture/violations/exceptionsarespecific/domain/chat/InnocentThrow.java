package com.ones1ght.bootstrap.architecture.violations.exceptionsarespecific.domain.chat;

class InnocentThrow {

    void refuse() {
        throw new IllegalStateException("no");
    }
}
