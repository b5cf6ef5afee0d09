package com.ones1ght.bootstrap.architecture.violations.restasksusecases.application.chat.port;

public interface RoundQueries {

    int latest();
}
