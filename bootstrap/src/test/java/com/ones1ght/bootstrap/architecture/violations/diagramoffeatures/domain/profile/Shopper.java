package com.ones1ght.bootstrap.architecture.violations.diagramoffeatures.domain.profile;

public record Shopper(String name) {}
