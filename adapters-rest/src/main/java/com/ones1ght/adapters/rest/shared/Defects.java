package com.ones1ght.adapters.rest.shared;

import com.ones1ght.application.shared.LogText;
import com.ones1ght.application.shared.RedactedStackTrace;
import com.ones1ght.application.shared.port.StorageUnavailableException;
import com.ones1ght.application.store.port.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Logs defects, and that the database or the store was unavailable, with the id of the request. */
final class Defects {

    private static final Logger LOG = System.getLogger(Defects.class.getName());

    private Defects() {}

    static void log(String requestId, String method, Throwable defect) {
        if (defect instanceof StorageUnavailableException || defect instanceof StoreUnavailableException) {
            LOG.log(
                    Level.WARNING,
                    "Request {0} ({1}) was answered 503: {2}",
                    requestId,
                    LogText.of(method),
                    LogText.of(defect.getMessage()));
            return;
        }
        LOG.log(
                Level.ERROR,
                "Request " + requestId + " (" + LogText.of(method) + ") failed",
                RedactedStackTrace.of(defect));
    }
}
