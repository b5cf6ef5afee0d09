package com.ones1ght.bootstrap.architecture.violations.diagramoffeatures.domain.store;

public record Shelf(String name) {}
