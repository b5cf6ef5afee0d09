package com.ones1ght.application.shared.port;

import java.time.Duration;

/** What the contracts of the ports share. */
public interface PortContract {

    /** How long a call of the adapter under test, and a stage that it answers, may take. */
    default Duration patience() {
        return Duration.ofSeconds(10);
    }

    /**
     * No test of JUnit 5, which looks for annotations. Runners that do not know JUnit 5, such as the Surefire that older
     * versions of Maven bring along, go by names that begin with "test": without this method they would find nothing to
     * run, and the build would be green.
     */
    default void testsNeedJUnit5() {
        throw new AssertionError("Nothing was tested: this build's test runner does not know JUnit 5."
                + " Set maven-surefire-plugin to version 3 or newer.");
    }
}
