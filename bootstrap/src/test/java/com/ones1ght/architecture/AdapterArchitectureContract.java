package com.ones1ght.architecture;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Checks the adapters of a project by each {@link AdapterRule}, one test each. A project's test implements it:
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

    /** The adapters, and the libraries that they may use. */
    AdapterArchitecture architecture();

    /** The folder for {@code report.txt} and {@code report.html}. */
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
     * Not a test of JUnit 5. A runner without JUnit 5 runs methods whose names begin with "test"; without this one it
     * would find nothing, and the build would be green.
     */
    default void testsNeedJUnit5() {
        throw new AssertionError("Nothing was tested: this build's test runner does not know JUnit 5."
                + " Set maven-surefire-plugin to version 3 or newer.");
    }
}
