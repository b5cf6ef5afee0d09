package com.ones1ght.bootstrap.e2e;

import java.io.IOException;

/** The WAR on Payara Server. */
class PayaraServerIT extends ApplicationServerContract {

    @Override
    GuidedServer prepare() throws IOException {
        return new GuidedServer("payara-server.md", "PAYARA_HOME", "payara6", "/");
    }
}
