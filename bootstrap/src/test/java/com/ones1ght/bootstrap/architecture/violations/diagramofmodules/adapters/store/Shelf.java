package com.ones1ght.bootstrap.architecture.violations.diagramofmodules.adapters.store;

public record Shelf(String name) {}
