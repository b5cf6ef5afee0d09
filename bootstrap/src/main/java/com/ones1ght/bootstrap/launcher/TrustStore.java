package com.ones1ght.bootstrap.launcher;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whose certificates this JVM trusts when it calls other servers. Payara replaces it by a list of its own at the start,
 * which neither the operator nor the operating system maintains.
 *
 * @param properties those that are set; without any, the JDK's own list counts
 */
record TrustStore(Map<String, String> properties) {

    private static final List<String> NAMES =
            List.of("javax.net.ssl.trustStore", "javax.net.ssl.trustStorePassword", "javax.net.ssl.trustStoreType");

    static TrustStore current() {
        return new TrustStore(NAMES.stream()
                .filter(name -> System.getProperty(name) != null)
                .collect(Collectors.toMap(name -> name, System::getProperty)));
    }

    /** Takes effect before the first connection. */
    void restore() {
        NAMES.forEach(System::clearProperty);
        properties.forEach(System::setProperty);
    }
}
