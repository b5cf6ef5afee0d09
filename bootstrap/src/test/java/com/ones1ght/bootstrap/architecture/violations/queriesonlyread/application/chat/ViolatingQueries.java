package com.ones1ght.bootstrap.architecture.violations.queriesonlyread.application.chat;

public interface ViolatingQueries {

    int count();
}
