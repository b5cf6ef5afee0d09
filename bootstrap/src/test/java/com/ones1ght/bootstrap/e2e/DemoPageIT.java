package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demonstration in a real browser, from the question to the till. */
@ExtendWith({SharedServer.class, Chromium.class})
class DemoPageIT {

    /** By the keyboard alone. */
    @Test
    void shopperShouldGetFromTheQuestionToTheTill(PackagedServer server, Browser browser) {
        try (BrowsedPage page = new BrowsedPage(browser, server, "en-US")) {
            page.open("/demo").see(".hello button:enabled");
            photograph(page, "demo-start");

            page.press(".app-head button");
            page.press(".choice:has-text('Egg')");
            page.see(".choice[aria-pressed=true]:has-text('Egg')");
            photograph(page, "demo-profile");
            page.press(".app-tabs button:has-text('Chat')");
            page.press(".hello button:has-text('curry')");
            page.see(".bubble:has-text('curry')");
            page.see(".recipe .guard:has-text('Egg')");
            page.see(".recipe .dish image[href='store/products/curry-rice.svg']");
            page.see(".app-tabs button:has-text('Deals') .count");
            photographAll(page, "demo-recipe");

            page.press("os-guide-bar > button:has-text('coupons')");
            page.press(".ticket button:has-text('Get')");
            page.see(".ticket[data-state=issued]");
            page.see("[role=status]:has-text('Coupon saved')");
            page.press(".offer button:enabled");
            page.see(".event[data-type=COUPON_ISSUED]");
            page.see(".event[data-type=RECOMMEND_TAP]");
            photograph(page, "demo-deals");

            page.press(".app-tabs button:has-text('List')");
            page.see(".line input").focus();
            page.page().keyboard().press("Space");
            page.see(".line[data-state=picked]");
            page.press("os-guide-bar > button:has-text('Start walking')");
            page.seeAtLast(".screen.is-near figcaption:has-text('Screen 1')");
            page.see(".event[data-type=ADS_TRIGGERED] .comment");
            photograph(page, "demo-walk");

            page.seeAtLast(".codes .code img");
            assertThat(page.page().locator(".line[data-state=open]").count()).isZero();
            // What the coupon is for was put on the list.
            page.see(".sum .saved");
            photograph(page, "demo-till");
            page.press(".sum button:has-text('Pay')");
            page.see(".thanks h3");
            page.see(".event[data-type=COUPON_REDEEMED]");
            photograph(page, "demo-paid");
        }
    }

    @Test
    void shopperShouldMoveByKeyboardAndByHand(PackagedServer server, Browser browser) {
        try (BrowsedPage page = new BrowsedPage(browser, server, "en-US")) {
            page.open("/demo").see(".hello button:enabled").click();
            page.see(".recipe h3");
            Locator shopper = page.see(".floor .shopper");
            String before = shopper.getAttribute("aria-label");

            shopper.focus();
            page.page().keyboard().press("ArrowRight");

            assertThat(shopper.getAttribute("aria-label")).isNotEqualTo(before);
            BoundingBox screen =
                    page.see(".floor .signage:has-text('2') .panel").boundingBox();
            // By position: the way is drawn across it.
            page.page().mouse().click(screen.x + screen.width / 2, screen.y + screen.height / 2);
            page.see(".screen.is-near figcaption:has-text('Screen 2')");
        }
    }

    @Test
    void pageShouldSurviveThatTheServerIsAway(PackagedServer server, Browser browser) {
        try (BrowsedPage page = new BrowsedPage(browser, server, "en-US")) {
            page.open("/demo").see(".hello button:enabled");

            page.page().context().setOffline(true);
            page.see(".hello button").click();
            page.see(".notices:has-text('Reconnecting')");
            page.page().context().setOffline(false);
            page.see(".hello button").click();

            page.see(".recipe h3");
            page.page()
                    .locator(".notices .os-notice")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            page.forgive();
        }
    }

    private static void photograph(BrowsedPage page, String name) {
        page.assertThatItFits().assertThatItIsAccessible().screenshot(name);
    }

    /** In each language, scheme and width; leaves the page as it was. */
    private static void photographAll(BrowsedPage page, String name) {
        for (int width : List.of(360, 768, 3840, 1920, 1280)) {
            page.wide(width);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.as(scheme);
                for (String language : List.of("ko", "ja", "en")) {
                    String variant =
                            width + "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
                    page.in(language).assertThatItFits();
                    page.page()
                            .frameLocator("iframe[src^='signage/1']")
                            .locator("html[lang=" + language + "]")
                            .waitFor(attached());
                    page.screenshot(name + "-" + variant);
                }
                page.assertThatItIsAccessible();
            }
        }
    }

    /** Screens are not seen where the page shows one part at a time. */
    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    /** Titles as the cookbook writes them, and what no cookbook writes. */
    @Test
    void dishShouldLookTheSameInAllLanguages(PackagedServer server, Browser browser) {
        Map<String, List<String>> titles = Map.of(
                "curry-rice", List.of("소고기 카레라이스", "Japanese curry rice with beef", "ビーフカレーライス"),
                "steaming-bowl", List.of("바지락 칼국수", "Knife-cut noodle soup with clam", "あさりのカルグクス"),
                "spaghetti", List.of("카르보나라", "Spaghetti carbonara", "カルボナーラ"),
                "green-salad", List.of("병아리콩 샐러드", "Chickpea salad", "ひよこ豆のサラダ"),
                "pancakes", List.of("팬케이크", "Pancakes", "パンケーキ"),
                "POT", List.of("김치찌개", "Kimchi stew", "キムチチゲ", "고등어 미소조림", "Mackerel simmered in miso", "さばの味噌煮"),
                "BOWL", List.of("미역국", "Seaweed soup", "わかめスープ", "비빔밥", "Bibimbap", "ビビンバ"),
                "PAN", List.of("오코노미야키", "Okonomiyaki, savoury cabbage pancake", "お好み焼き"),
                "PLATE", List.of("돈가스", "Tonkatsu, pork cutlet", "とんかつ", "", "?", "🍽️ 𝔚𝔥𝔞𝔱"));
        try (BrowsedPage page = new BrowsedPage(browser, server, "en-US")) {
            page.open("/");

            titles.forEach((look, dishes) -> assertThat(page.page().evaluate("""
                            async (titles) => {
                              const { look } = await import(new URL("assets/demo/dish.js", document.baseURI).href);
                              return titles.map(look);
                            }""", dishes))
                    .asInstanceOf(LIST)
                    .as(dishes.toString())
                    .containsOnly(look));
        }
    }
}
