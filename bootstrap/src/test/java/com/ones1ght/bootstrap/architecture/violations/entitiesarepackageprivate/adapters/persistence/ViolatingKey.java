package com.ones1ght.bootstrap.architecture.violations.entitiesarepackageprivate.adapters.persistence;

import jakarta.persistence.Embeddable;

@Embeddable
public class ViolatingKey {}
