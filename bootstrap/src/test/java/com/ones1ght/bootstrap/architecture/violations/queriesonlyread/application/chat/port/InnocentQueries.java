package com.ones1ght.bootstrap.architecture.violations.queriesonlyread.application.chat.port;

public interface InnocentQueries {

    int count();
}
