package com.ones1ght.bootstrap.architecture.violations.diagramofmodules.application.chat;

public record Ask(String prompt) {}
