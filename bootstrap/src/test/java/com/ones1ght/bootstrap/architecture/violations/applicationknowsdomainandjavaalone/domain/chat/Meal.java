package com.ones1ght.bootstrap.architecture.violations.applicationknowsdomainandjavaalone.domain.chat;

public record Meal(String title) {}
