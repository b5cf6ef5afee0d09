package com.ones1ght.bootstrap.architecture.violations.diagramofmodules.domain.chat;

public record Meal(String title) {}
