package com.ones1ght.bootstrap.architecture.violations.databaseonlyinpersistence.bootstrap;

import java.sql.Connection;

record ViolatingConnection(Connection connection) {}
