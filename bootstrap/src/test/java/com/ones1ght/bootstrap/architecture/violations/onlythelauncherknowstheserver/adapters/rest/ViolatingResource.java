package com.ones1ght.bootstrap.architecture.violations.onlythelauncherknowstheserver.adapters.rest;

import org.glassfish.grizzly.http.server.HttpServer;

class ViolatingResource {

    private final HttpServer server = new HttpServer();

    boolean isStarted() {
        return server.isStarted();
    }
}
