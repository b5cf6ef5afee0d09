package com.ones1ght.adapters.persistence.shared;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The JDBC drivers of this application, which {@link DriverManager} would keep in memory after its end. */
public final class OwnDrivers {

    private static final System.Logger LOG = System.getLogger(OwnDrivers.class.getName());

    private OwnDrivers() {}

    /** Called at the end of the application. */
    public static void deregister() {
        DriverManager.drivers()
                .filter(driver -> driver.getClass().getClassLoader() == OwnDrivers.class.getClassLoader())
                .forEach(OwnDrivers::deregister);
    }

    private static void deregister(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException | SecurityException e) {
            LOG.log(System.Logger.Level.DEBUG, "The JDBC driver stays registered", e);
        }
    }
}
