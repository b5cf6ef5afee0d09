package com.ones1ght.bootstrap.architecture.violations.databaseonlyinpersistence.adapters.rest;

import jakarta.transaction.Transactional;

class ViolatingTransaction {

    @Transactional
    void work() {}
}
