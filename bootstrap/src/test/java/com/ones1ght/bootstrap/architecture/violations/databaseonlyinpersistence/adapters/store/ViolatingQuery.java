package com.ones1ght.bootstrap.architecture.violations.databaseonlyinpersistence.adapters.store;

import jakarta.persistence.EntityManager;

record ViolatingQuery(EntityManager entities) {}
