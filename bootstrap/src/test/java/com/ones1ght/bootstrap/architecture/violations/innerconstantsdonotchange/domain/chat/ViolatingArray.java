package com.ones1ght.bootstrap.architecture.violations.innerconstantsdonotchange.domain.chat;

class ViolatingArray {

    static final int[] NUMBERS = {1, 2, 3};
}
