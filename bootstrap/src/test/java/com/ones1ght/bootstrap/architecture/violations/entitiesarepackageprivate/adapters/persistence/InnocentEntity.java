package com.ones1ght.bootstrap.architecture.violations.entitiesarepackageprivate.adapters.persistence;

import jakarta.persistence.Entity;

@Entity
class InnocentEntity {}
