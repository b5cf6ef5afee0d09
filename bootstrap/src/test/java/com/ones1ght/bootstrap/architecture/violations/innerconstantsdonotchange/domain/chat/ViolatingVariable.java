package com.ones1ght.bootstrap.architecture.violations.innerconstantsdonotchange.domain.chat;

class ViolatingVariable {

    static int count;
}
