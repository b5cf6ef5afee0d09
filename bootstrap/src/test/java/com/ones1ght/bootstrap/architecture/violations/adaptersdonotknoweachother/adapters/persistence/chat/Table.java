package com.ones1ght.bootstrap.architecture.violations.adaptersdonotknoweachother.adapters.persistence.chat;

public record Table(String name) {}
