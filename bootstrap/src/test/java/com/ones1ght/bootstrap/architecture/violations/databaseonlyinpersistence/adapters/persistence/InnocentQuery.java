package com.ones1ght.bootstrap.architecture.violations.databaseonlyinpersistence.adapters.persistence;

import jakarta.persistence.EntityManager;

record InnocentQuery(EntityManager entities) {}
