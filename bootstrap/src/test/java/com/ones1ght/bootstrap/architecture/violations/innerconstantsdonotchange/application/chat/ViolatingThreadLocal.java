package com.ones1ght.bootstrap.architecture.violations.innerconstantsdonotchange.application.chat;

class ViolatingThreadLocal {

    static final ThreadLocal<String> CURRENT = new ThreadLocal<>();
}
