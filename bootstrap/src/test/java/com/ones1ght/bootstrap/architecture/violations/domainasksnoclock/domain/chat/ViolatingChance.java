package com.ones1ght.bootstrap.architecture.violations.domainasksnoclock.domain.chat;

import java.util.Random;

class ViolatingChance {

    int dice() {
        return new Random().nextInt(6);
    }
}
