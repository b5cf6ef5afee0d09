package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.WordlessTrace;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Logs what must not happen, with the request that met it. */
final class Defects {

    private static final Logger LOG = System.getLogger(Defects.class.getName());

    private Defects() {}

    static void log(String requestId, String method, Throwable defect) {
        LOG.log(Level.ERROR, "Request " + requestId + " (" + method + ") failed", WordlessTrace.of(defect));
    }
}
