package com.ones1ght.bootstrap.architecture.violations.applicationfeaturesformnocycle.application.store;

public record InnocentStore(String name) {}
