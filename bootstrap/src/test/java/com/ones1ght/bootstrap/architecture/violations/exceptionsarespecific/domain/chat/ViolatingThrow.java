package com.ones1ght.bootstrap.architecture.violations.exceptionsarespecific.domain.chat;

class ViolatingThrow {

    void refuse() {
        throw new RuntimeException("no");
    }
}
