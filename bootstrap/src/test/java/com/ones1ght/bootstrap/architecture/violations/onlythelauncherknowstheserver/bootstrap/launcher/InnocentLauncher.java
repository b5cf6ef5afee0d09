package com.ones1ght.bootstrap.architecture.violations.onlythelauncherknowstheserver.bootstrap.launcher;

import org.glassfish.grizzly.http.server.HttpServer;

class InnocentLauncher {

    private final HttpServer server = new HttpServer();

    boolean isStarted() {
        return server.isStarted();
    }
}
