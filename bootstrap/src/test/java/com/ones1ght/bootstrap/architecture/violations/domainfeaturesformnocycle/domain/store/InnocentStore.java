package com.ones1ght.bootstrap.architecture.violations.domainfeaturesformnocycle.domain.store;

public record InnocentStore(String name) {}
