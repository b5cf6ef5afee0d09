package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
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

    /** A screen whose browser is on but shows no page yet. Nothing fades on it, so that nobody waits for that. */
    SignagePage(Browser browser, Orientation orientation) {
        this(browser, orientation, ReducedMotion.REDUCE);
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

    /** Turns the screen, or takes another one. */
    void resize(int width, int height) {
        page.setViewportSize(width, height);
        // Texts are made to fit in the frame after the change.
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** No text is cut off, shortened, or outside of the screen. */
    void assertThatEverythingFits() {
        assertThat(texts("""
                (text) => {
                  const box = text.getBoundingClientRect();
                  const clips = (around) => {
                    const edge = around.getBoundingClientRect();
                    return getComputedStyle(around).overflow !== "visible"
                      && (box.left < edge.left - 1 || box.top < edge.top - 1
                        || box.right > edge.right + 1 || box.bottom > edge.bottom + 1);
                  };
                  const around = [];
                  for (let each = text.parentElement; each !== null; each = each.parentElement) {
                    around.push(each);
                  }
                  return box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight
                    || text.closest(".is-clamped") !== null || around.some(clips)
                    || getComputedStyle(text).overflow !== "visible" && text.scrollWidth > text.clientWidth + 1;
                }""")).as("texts that do not fit").isEmpty();
    }

    /** Every text can be read from five metres, and has the contrast of WCAG 2.2 AA for small text. */
    void assertThatEverythingIsLegible() {
        assertThat(texts("""
                (text) => {
                  const capHeight = 0.733 * parseFloat(getComputedStyle(text).fontSize);
                  return capHeight < 0.022 * Math.min(innerWidth, innerHeight);
                }""")).as("texts that are too small").isEmpty();
        assertThat(texts("""
                (text) => {
                  const channels = (colour) => colour.match(/[0-9.]+/g).map(Number);
                  const luminance = (colour) => {
                    const [r, g, b] = channels(colour).map((each) => each / 255)
                      .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                  };
                  let ground = text;
                  while (channels(getComputedStyle(ground).backgroundColor)[3] === 0) {
                    ground = ground.parentElement;
                  }
                  const both = [getComputedStyle(text).color, getComputedStyle(ground).backgroundColor];
                  const [dark, bright] = both.map(luminance).sort((a, b) => a - b);
                  return both.some((colour) => channels(colour).length !== 3) || (bright + 0.05) / (dark + 0.05) < 4.5;
                }""")).as("texts with too little contrast").isEmpty();
    }

    /** The visible texts of which the condition holds, a function of JavaScript. */
    private List<?> texts(String condition) {
        return (List<?>)
                page.evaluate("""
                () => [...document.querySelectorAll(".masthead *, .scene.is-shown:not(.is-covered) *")]
                  .filter((each) => [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
                  .filter((each) => each.textContent !== "" && each.getClientRects().length > 0)
                  .filter((each) => each.closest("[aria-hidden=true], .unseen") === null)
                  .filter(""" + condition + ")\n.map((text) => text.className + \": \" + text.textContent)");
    }

    /** The fonts with which the texts of the element are drawn that are not the page's own. */
    List<String> foreignFonts(String selector) {
        CDPSession session = context.newCDPSession(page);
        session.send("DOM.enable");
        session.send("CSS.enable");
        int document = session.send("DOM.getDocument")
                .getAsJsonObject("root")
                .get("nodeId")
                .getAsInt();
        JsonObject query = new JsonObject();
        query.addProperty("nodeId", document);
        query.addProperty("selector", selector);
        JsonObject node = new JsonObject();
        node.add("nodeId", session.send("DOM.querySelector", query).get("nodeId"));
        List<String> foreign = new ArrayList<>();
        session.send("CSS.getPlatformFontsForNode", node)
                .getAsJsonArray("fonts")
                .forEach(font -> {
                    if (!font.getAsJsonObject().get("isCustomFont").getAsBoolean()) {
                        foreign.add(font.toString());
                    }
                });
        session.detach();
        return foreign;
    }

    /** Notes from now on, in each frame, the opacity of the most visible of these elements. */
    void watchCoverage(String selector) {
        page.evaluate("""
                (selector) => {
                  window.coverage = [];
                  const watch = () => {
                    const opacities = [...document.querySelectorAll(selector)]
                      .map((each) => Number(getComputedStyle(each).opacity));
                    window.coverage.push(Math.max(...opacities));
                    requestAnimationFrame(watch);
                  };
                  watch();
                }""", selector);
    }

    List<Double> watchedCoverage() {
        return ((List<?>) page.evaluate("() => window.coverage"))
                .stream().map(each -> ((Number) each).doubleValue()).toList();
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
