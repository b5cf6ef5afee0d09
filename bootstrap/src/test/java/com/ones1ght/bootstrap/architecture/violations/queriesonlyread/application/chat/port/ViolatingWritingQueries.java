package com.ones1ght.bootstrap.architecture.violations.queriesonlyread.application.chat.port;

public interface ViolatingWritingQueries {

    boolean addIfAbsent(String prompt);
}
