package com.ones1ght.application.shared.port;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A contract run on an adapter within a test, to see what it says of it.
 *
 * @param tests how many tests ran
 * @param failures the sentences of those that failed
 */
public record ContractRun(int tests, List<String> failures) {

    /** Runs the tests of this class that come from methods of this name; all of them where the name is empty. */
    public static ContractRun of(Class<?> underContract, String method) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(underContract))
                .filters((PostDiscoveryFilter) found -> FilterResult.includedIf(method.isEmpty()
                        || found.getSource()
                                .filter(MethodSource.class::isInstance)
                                .map(source -> ((MethodSource) source).getMethodName())
                                .filter(method::equals)
                                .isPresent()))
                .build();
        Listener listener = new Listener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request, listener);
        return new ContractRun(listener.tests, List.copyOf(listener.failures));
    }

    private static final class Listener implements TestExecutionListener {

        private final List<String> failures = new ArrayList<>();
        private int tests;

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (identifier.isTest()) {
                tests++;
            }
            result.getThrowable().ifPresent(failure -> failures.add(String.valueOf(failure.getMessage())));
        }
    }
}
