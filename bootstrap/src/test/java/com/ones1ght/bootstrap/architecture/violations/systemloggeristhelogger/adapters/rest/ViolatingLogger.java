package com.ones1ght.bootstrap.architecture.violations.systemloggeristhelogger.adapters.rest;

import java.util.logging.Logger;

class ViolatingLogger {

    private static final Logger LOG = Logger.getLogger("other");

    void log() {
        LOG.info("logged");
    }
}
