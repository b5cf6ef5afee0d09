package com.ones1ght.bootstrap.e2e;

import java.io.IOException;

/** The WAR on Open Liberty. */
class OpenLibertyIT extends ApplicationServerContract {

    @Override
    GuidedServer prepare() throws IOException {
        return new GuidedServer("open-liberty.md", "LIBERTY_HOME", "wlp", "/");
    }
}
