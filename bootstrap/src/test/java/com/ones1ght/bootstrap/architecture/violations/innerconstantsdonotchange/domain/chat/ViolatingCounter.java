package com.ones1ght.bootstrap.architecture.violations.innerconstantsdonotchange.domain.chat;

import java.util.concurrent.atomic.AtomicLong;

class ViolatingCounter {

    static final AtomicLong COUNTER = new AtomicLong();
}
