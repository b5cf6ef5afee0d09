package com.ones1ght.bootstrap.architecture.violations.applicationasksnoclock.application.chat;

import java.util.Random;

class ViolatingChance {

    int dice() {
        return new Random().nextInt(6);
    }
}
