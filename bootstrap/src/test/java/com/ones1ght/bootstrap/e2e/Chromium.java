package com.ones1ght.bootstrap.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the machine's own Chromium, as a parameter of type {@link Browser}: the one of {@code $CHROMIUM}, else
 * Debian's. Without one the tests are skipped, and say so aloud; they fail where {@code E2E_REQUIRE_BROWSER} is
 * set.
 */
public final class Chromium implements ExecutionCondition, ParameterResolver {

    private static final RequiredTool TOOL =
            new RequiredTool("Chromium", "CHROMIUM", "/usr/bin/chromium", "E2E_REQUIRE_BROWSER");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return TOOL.condition(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // Playwright belongs to one thread; JUnit runs the tests of a class on one.
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Chromium.class, Thread.currentThread()))
                .getOrComputeIfAbsent(Kept.class, key -> Kept.start(), Kept.class)
                .browser();
    }

    /** Closed by JUnit when the last test of the JVM is done. */
    private record Kept(Playwright playwright, Browser browser) implements AutoCloseable {

        static Kept start() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(TOOL.executable().orElseThrow())
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
            return new Kept(playwright, browser);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
