package com.ones1ght.bootstrap.architecture.violations.applicationknowsdomainandjavaalone.adapters.persistence;

public record Table(String name) {}
