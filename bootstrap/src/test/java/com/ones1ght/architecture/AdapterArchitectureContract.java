package com.ones1ght.architecture;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the adapters of a project to each {@link AdapterRule}, one test each. A project's test implements it and says
 * where its adapters are:
 *
 * <pre>{@code
 * public class OurArchitectureTest implements AdapterArchitectureContract {
 *     public AdapterArchitecture architecture() {
 *         return AdapterArchitecture.of("com.acme.gateway.till").withLibraries("com.fasterxml.jackson..");
 *     }
 * }
 * }</pre>
 */
public interface AdapterArchitectureContract {

    /** Where the adapters are, and what they may use. */
    AdapterArchitecture architecture();

    /** Where {@code report.txt} and {@code report.html} are written to. */
    default Path reportFolder() {
        return Path.of("target", "architecture");
    }

    @TestFactory
    default Stream<DynamicTest> adaptersShouldKeepTheRules() {
        ArchitectureReport report = architecture().report();
        report.write(reportFolder());
        return report.results().stream()
                .map(result -> DynamicTest.dynamicTest(result.rule(), () -> {
                    if (result.isViolated()) {
                        throw new AssertionError(result.describe());
                    }
                }));
    }

    /**
     * No test of JUnit 5. A runner that does not know JUnit 5 goes by names that begin with "test": without this method
     * it would find nothing to run, and the build would be green.
     */
    default void testsNeedJUnit5() {
        throw new AssertionError("Nothing was tested: this build's test runner does not know JUnit 5."
                + " Set maven-surefire-plugin to version 3 or newer.");
    }
}
