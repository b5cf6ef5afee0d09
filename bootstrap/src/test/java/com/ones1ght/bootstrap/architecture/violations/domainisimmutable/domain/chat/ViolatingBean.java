package com.ones1ght.bootstrap.architecture.violations.domainisimmutable.domain.chat;

class ViolatingBean {

    private int count;

    int next() {
        count++;
        return count;
    }
}
