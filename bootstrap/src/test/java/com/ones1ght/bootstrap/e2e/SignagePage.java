package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A screen in the shop: the page of a signage in a browser of the screen's size, and all that goes wrong in it. */
final class SignagePage implements AutoCloseable {

    /** Generous: the machine may be busy with other things. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static final Path SCREENSHOTS = Path.of(System.getProperty("basedir", "."), "target", "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** How the screen hangs. */
    enum Orientation {
        LANDSCAPE(1920, 1080),
        PORTRAIT(1080, 1920);

        private final int width;
        private final int height;

        Orientation(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** A screen whose browser is on but shows no page yet. */
    SignagePage(Browser browser, Orientation orientation) {
        this(browser, orientation, ReducedMotion.NO_PREFERENCE);
    }

    SignagePage(Browser browser, Orientation orientation, ReducedMotion motion) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(orientation.width, orientation.height)
                .setReducedMotion(motion));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add("console: " + message.text() + " " + message.location());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.url());
            }
        });
    }

    /** Opens the address and waits until the page hears the gateway. */
    SignagePage open(String address) {
        page.navigate(address);
        page.waitForSelector("#stage[data-link=up]");
        return this;
    }

    Page page() {
        return page;
    }

    /** Waits until it is there, fully shown and alone: what was there before has faded. */
    Locator see(String selector) {
        page.locator(".scene.is-shown:not(.is-covered) " + selector)
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        page.locator(".scene.is-covered").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForFunction("""
                () => document.querySelector(".scene.is-covered") === null
                  && [...document.querySelectorAll(".scene.is-shown, .slide.is-on")]
                    .every((shown) => getComputedStyle(shown).opacity === "1")
                  && document.fonts.status === "loaded"
                  && [...document.images].every((image) => image.complete)""");
        return page.locator(".scene.is-shown:not(.is-covered) " + selector);
    }

    /** Whether it is nowhere in what is shown. */
    boolean lacks(String selector) {
        return page.locator(".scene.is-shown:not(.is-covered) " + selector).count() == 0;
    }

    BoundingBox place(String selector) {
        return see(selector).first().boundingBox();
    }

    /** Whether a file of this family has been loaded, and not just named. */
    boolean hasLoadedFont(String family) {
        return (Boolean) page.evaluate(
                "(family) => [...document.fonts].some((face) =>"
                        + " face.family.replaceAll('\"', '') === family && face.status === 'loaded')",
                family);
    }

    /** No text is cut off on the right or hangs over the edge of the screen. */
    void assertThatEverythingFits() {
        assertThat((List<?>) page.evaluate("""
                        () => [...document.querySelectorAll(".scene.is-shown :is(h1, h2, p)")]
                            .filter((text) => text.closest("[aria-hidden=true]") === null)
                            .filter((text) => {
                              const box = text.getBoundingClientRect();
                              return box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight
                                || text.scrollWidth > text.clientWidth + 1;
                            })
                            .map((text) => text.className + ": " + text.textContent)""")).as("texts that do not fit").isEmpty();
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** From now on what went wrong so far is expected. */
    void forgive() {
        complaints.clear();
    }

    /** Fails when the browser had anything to complain about. */
    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("complaints of the browser").isEmpty();
    }
}
