package com.ones1ght.bootstrap.launcher;

import java.sql.DriverManager;

/**
 * Java looks for JDBC drivers once in the life of a JVM. If that is first done during a deployment, it finds those of the
 * application by a temporary class loader, and Payara warns of a leak at each start.
 */
final class DriverLookup {

    private DriverLookup() {}

    /** Call before the first deployment. */
    static void run() {
        DriverManager.drivers();
    }
}
