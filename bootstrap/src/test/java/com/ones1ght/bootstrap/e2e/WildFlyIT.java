package com.ones1ght.bootstrap.e2e;

import java.io.IOException;

/** The WAR on WildFly. */
class WildFlyIT extends ApplicationServerContract {

    @Override
    GuidedServer prepare() throws IOException {
        return new GuidedServer("wildfly.md", "WILDFLY_HOME", "wildfly-39.0.1.Final", "/gateway");
    }
}
