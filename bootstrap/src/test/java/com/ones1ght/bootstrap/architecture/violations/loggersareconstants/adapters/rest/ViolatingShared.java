package com.ones1ght.bootstrap.architecture.violations.loggersareconstants.adapters.rest;

class ViolatingShared {

    static final System.Logger LOG = System.getLogger("own");

    void log() {
        LOG.log(System.Logger.Level.INFO, "logged");
    }
}
