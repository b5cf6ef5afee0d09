package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A page of the gateway in a browser, and what went wrong in it: messages on the console, failed requests, and requests to
 * other hosts.
 */
final class BrowsedPage implements AutoCloseable {

    /** Generous: the machine may be busy with other things. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static final double PATIENCE_OF_MOVEMENTS_MILLIS = 180_000;

    /** More than any page has to press. */
    private static final int MAX_TABS = 150;

    private static final Path SCREENSHOTS = Path.of(System.getProperty("basedir", "."), "target", "screenshots");

    private static final String AXE = axe();

    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private int asked;

    /** @param locale the language that the browser prefers */
    BrowsedPage(Browser browser, PackagedServer server, String locale) {
        base = server.baseUrl();
        context = browser.newContext(
                new Browser.NewContextOptions().setLocale(locale).setViewportSize(1280, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add("console: " + message.text() + " " + message.location());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(base + "/") && !request.url().startsWith("data:")) {
                complaints.add("a foreign request: " + request.url());
            }
            // Pictures and letters are loaded when they are first seen.
            if (request.frame() == page.mainFrame() && request.resourceType().equals("fetch")) {
                asked++;
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.url());
            }
        });
    }

    BrowsedPage open(String path) {
        page.navigate(base + path);
        return this;
    }

    Page page() {
        return page;
    }

    Locator see(String selector) {
        return see(selector, PATIENCE_MILLIS);
    }

    /** Sees what comes at the end of a movement: a busy machine draws fewer pictures a second, and none is left out. */
    Locator seeAtLast(String selector) {
        return see(selector, PATIENCE_OF_MOVEMENTS_MILLIS);
    }

    private Locator see(String selector, double patienceMillis) {
        Locator found = page.locator(selector).first();
        found.waitFor(new Locator.WaitForOptions().setTimeout(patienceMillis));
        return found;
    }

    /** Switches the language on the page, which has all texts already. */
    BrowsedPage in(String language) {
        int askedBefore = asked;
        page.locator("os-header button[lang=" + language + "]").click();
        page.waitForFunction("language => document.documentElement.lang === language", language);
        page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        assertThat(asked).as("calls for switching the language").isEqualTo(askedBefore);
        return this;
    }

    /** Presses what is found, as somebody does who has no mouse: by Tab as often as needed, and Enter. */
    BrowsedPage press(String selector) {
        see(selector);
        for (int tabs = 0; tabs < MAX_TABS; tabs++) {
            if (page.locator(selector)
                    .first()
                    .evaluate("found => found === document.activeElement")
                    .equals(true)) {
                page.keyboard().press("Enter");
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " cannot be reached by the keyboard");
    }

    BrowsedPage as(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return this;
    }

    BrowsedPage wide(int width) {
        page.setViewportSize(width, width < 600 ? 800 : width * 9 / 16);
        return this;
    }

    /** Nothing is wider than the window. */
    BrowsedPage assertThatItFits() {
        assertThat((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("pixels beyond the window")
                .satisfies(beyond -> assertThat(beyond.intValue()).isNotPositive());
        return this;
    }

    /** WCAG 2.2 AA, as far as axe can check it, and axe's best practices. */
    BrowsedPage assertThatItIsAccessible() {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            // Not a script of the page: the policy would refuse it.
            CDPSession devTools = context.newCDPSession(page);
            JsonObject script = new JsonObject();
            script.addProperty("expression", AXE);
            devTools.send("Runtime.evaluate", script);
            devTools.detach();
        }
        assertThat((List<?>) page.evaluate("""
                        async () => {
                          document.getAnimations().forEach((animation) => animation.effect.getTiming().iterations < 9
                            ? animation.finish() : animation.pause());
                          const found = await axe.run(document, {
                            preload: false,
                            iframes: false,
                            resultTypes: ["violations"],
                            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                          });
                          return found.violations.map(({ id, nodes }) => id + ": " + nodes
                            .map(({ target, any, all }) => target + " " + ((any[0] ?? all[0])?.message ?? "")).join("; "));
                        }""")).as("violations found by axe").isEmpty();
        return this;
    }

    BrowsedPage screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        return this;
    }

    /** From now on what went wrong so far is expected. */
    void forgive() {
        complaints.clear();
    }

    private static String axe() {
        try (InputStream script = BrowsedPage.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails when the browser had anything to complain about. */
    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("complaints of the browser").isEmpty();
    }
}
