package com.ones1ght.bootstrap.architecture.violations.applicationstateisnamed.application.chat;

class ViolatingCounter {

    private int asked;

    int ask() {
        return ++asked;
    }
}
