package com.ones1ght.bootstrap.architecture.violations.loggersareconstants.adapters.rest;

class ViolatingName {

    private static final System.Logger logger = System.getLogger("own");

    void log() {
        logger.log(System.Logger.Level.INFO, "logged");
    }
}
