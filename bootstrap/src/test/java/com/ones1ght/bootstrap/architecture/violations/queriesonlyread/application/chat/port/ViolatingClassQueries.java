package com.ones1ght.bootstrap.architecture.violations.queriesonlyread.application.chat.port;

public abstract class ViolatingClassQueries {

    abstract int count();
}
