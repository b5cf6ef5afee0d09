package com.ones1ght.bootstrap.architecture.violations.servicesholdnostate.application.chat;

final class ViolatingService {

    private int asked;

    void ask() {
        asked++;
    }

    int asked() {
        return asked;
    }
}
