package com.ones1ght.adapters.persistence.shared;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import javax.sql.DataSource;

/**
 * Migrates the database when the application is deployed, before it serves a request. A listener, since a data source
 * that the application itself defines is not there yet when CDI starts.
 */
@WebListener
public class DatabaseMigrationListener implements ServletContextListener {

    @Resource(lookup = GatewayDataSource.NAME)
    private DataSource dataSource;

    /** A failure ends the deployment. */
    @Override
    public void contextInitialized(ServletContextEvent event) {
        new DatabaseMigration(dataSource).run();
    }
}
