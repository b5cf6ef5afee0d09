package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import com.ones1ght.bootstrap.e2e.SignagePage.Orientation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The screens of the shop in a real browser, while shoppers come and go. */
@ExtendWith({SharedServer.class, Chromium.class})
class SignagePagesIT {

    /** How long a slide is shown. */
    private static final long SLIDE_MILLIS = 8_000;

    /** The longest pause between two attempts to connect. */
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private static final String MILK = """
            {"rec_id": "it-milk", "item_name": "저지방 우유 1L", "brand": "Hillside", "discount_pct": 5,
             "price": 2980, "price_unit": "₩", "reason_detail_marketing": {"ko": "아침 식탁에 가볍게."},
             "product": {"name": "저지방 우유 1L", "section_code": "DY"}}""";
    private static final String PASTA = """
            {"rec_id": "it-pasta", "item_name": "스파게티니", "item_name_en": "Spaghettini", "brand": "De Cecco",
             "discount_pct": 17, "price": 4900, "price_unit": "₩",
             "reason_detail": "lift 2.1", "reason_detail_marketing": {"ko": "오늘 저녁 파스타에 딱 맞는 면."},
             "product": {"name": "스파게티니 500g", "section_code": "PA", "location": {"x": 2, "y": 5, "radius": 1}}}""";
    private static final String BEEF = """
            {"rec_id": "it-beef", "item_name": "国産黒毛和牛 すき焼き用", "discount_pct": 20, "price_yen": 1980,
             "reason_detail_marketing": {"ja": "とろける旨み。週末のすき焼きに。"},
             "product": {"name": "国産黒毛和牛 すき焼き用", "section_code": "MT"}}""";

    private static String address(PackagedServer server, int number) {
        return server.baseUrl() + "/signage/" + number;
    }

    private static String name(int number, Orientation orientation, String state) {
        return "signage-" + number + "-" + orientation.name().toLowerCase(Locale.ROOT) + "-" + state;
    }

    @BeforeEach
    void emptyTheStore(PackagedServer server) {
        Shopper.emptyTheStore(server);
    }

    @ParameterizedTest
    @EnumSource
    void entranceShouldShowFourSlidesOneAfterTheOther(Orientation orientation, PackagedServer server, Browser browser) {
        try (SignagePage screen = new SignagePage(browser, orientation, ReducedMotion.NO_PREFERENCE)) {
            screen.page().clock().install();
            screen.open(address(server, 1));

            String first = screen.see(".news.is-on h1").textContent();
            screen.screenshot(name(1, orientation, "idle"));
            assertThat(screen.page().locator(".news").count()).isEqualTo(4);
            screen.assertThatEverythingFits();
            screen.watchCoverage(".slide");
            screen.page().clock().fastForward(SLIDE_MILLIS);
            screen.page().waitForSelector(".news:nth-child(2).is-on");

            assertThat(screen.see(".news.is-on h1").textContent()).isNotEqualTo(first);
            assertThat((Number) screen.see(".news.is-on img").evaluate("image => image.naturalWidth"))
                    .satisfies(width -> assertThat(width.intValue()).isPositive());
            assertThat(screen.watchedCoverage())
                    .as("opacity of the slide that is most visible, in each frame of the fading")
                    .hasSizeGreaterThan(2)
                    .containsOnly(1.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void secondScreenShouldShowNineProductsInThrees(Orientation orientation, PackagedServer server, Browser browser) {
        try (SignagePage screen = new SignagePage(browser, orientation)) {
            screen.open(address(server, 2));
            screen.see(".picks.is-on .pick");

            screen.screenshot(name(2, orientation, "idle"));
            assertThat(screen.page().locator(".picks").count()).isEqualTo(3);
            assertThat(screen.page().locator(".pick").count()).isEqualTo(9);
            assertThat(screen.page().locator(".pick .price").allTextContents())
                    .hasSize(9)
                    .allMatch(price -> price.matches("₩[0-9]{1,3}(,[0-9]{3})*"));
            screen.assertThatEverythingFits();
        }
    }

    @ParameterizedTest
    @EnumSource
    void entranceShouldShowTheItemWithTheHighestDiscountUntilTheShopperGoes(
            Orientation orientation, PackagedServer server, Browser browser) {
        Shopper shopper = Shopper.of(server, "ko");
        Shopper other = Shopper.another(server);
        try (SignagePage screen = new SignagePage(browser, orientation)) {
            screen.open(address(server, 1)).see(".news");

            shopper.comes(MILK + "," + PASTA, "");
            assertThat(screen.see(".card-words .name").textContent()).isEqualTo("스파게티니");
            assertThat(screen.see(".card-words .copy").textContent()).isEqualTo("오늘 저녁 파스타에 딱 맞는 면.");
            assertThat(screen.see(".price").textContent()).isEqualTo("₩4,067");
            assertThat(screen.see("del.price-before").textContent()).isEqualTo("₩4,900");
            assertThat(screen.see(".prices").textContent()).isEqualTo("정가 ₩4,900할인가 ₩4,067");
            assertThat(screen.see(".way").textContent()).isEqualTo("왼쪽 앞 4\u00a0m");
            assertThat(screen.see(".discount-percent").textContent()).isEqualTo("17%");
            screen.assertThatEverythingFits();
            screen.screenshot(name(1, orientation, "enter"));
            var picture = screen.place(".card-picture");
            var words = screen.place(".card-words");
            if (orientation == Orientation.LANDSCAPE) {
                assertThat(words.x).isGreaterThanOrEqualTo(picture.x + picture.width - 1);
            } else {
                assertThat(words.y).isGreaterThanOrEqualTo(picture.y + picture.height - 1);
            }

            long before = other.passages(server);
            other.goes();
            await().atMost(Duration.ofSeconds(30)).until(() -> other.passages(server) > before);
            await("the card stays")
                    .pollInSameThread()
                    .during(Duration.ofSeconds(1))
                    .until(() -> screen.see(".card-words .name").textContent().equals("스파게티니"));
            shopper.goes();
            screen.see(".news.is-on");
            screen.screenshot(name(1, orientation, "exit"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void secondScreenShouldShowThreeSectionsAndHideTheOneWithoutData(
            Orientation orientation, PackagedServer server, Browser browser) {
        Shopper shopper = Shopper.of(server, "ko");
        try (SignagePage screen = new SignagePage(browser, orientation)) {
            screen.open(address(server, 2)).see(".picks");

            shopper.comes(
                    MILK + "," + PASTA,
                    "{\"item_id\": 882, \"name\": \"양파\", \"quantity\": 1}, {\"any\": \"shape\", \"is\": \"fine\"}");
            screen.see("[data-part=forgotten]");
            assertThat(screen.see("[data-part=forgotten] h2").textContent()).isEqualTo("양파");
            assertThat(screen.see("[data-part=offer] h2").textContent()).isEqualTo("스파게티니");
            assertThat(screen.see("[data-part=event] h2").textContent()).isNotBlank();
            screen.assertThatEverythingFits();
            screen.screenshot(name(2, orientation, "enter-forgotten"));
            var first = screen.place("[data-part=forgotten]");
            var second = screen.place("[data-part=offer]");
            if (orientation == Orientation.LANDSCAPE) {
                assertThat(second.x).isGreaterThan(first.x + first.width - 1);
            } else {
                assertThat(second.y).isGreaterThan(first.y + first.height - 1);
            }

            shopper.comes(MILK, "");
            screen.see("[data-part=offer]:first-child");
            assertThat(screen.see("[data-part=offer] h2").textContent()).isEqualTo("저지방 우유 1L");
            assertThat(screen.lacks("[data-part=forgotten]")).isTrue();
            screen.screenshot(name(2, orientation, "enter"));

            shopper.goes();
            screen.see(".picks.is-on");
            screen.screenshot(name(2, orientation, "exit"));
        }
    }

    @Test
    void recommendedAdsOfTheRoundShouldBeShownWhenTheAppNamesNone(PackagedServer server, Browser browser) {
        Shopper shopper = Shopper.of(server, "ko");
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            screen.open(address(server, 1)).see(".news");

            shopper.comes("", "");

            assertThat(screen.see(".card-words .name").textContent()).isNotBlank();
            assertThat(screen.see(".price").textContent()).startsWith("₩");
            shopper.goes();
        }
    }

    @ParameterizedTest
    @EnumSource
    void japaneseShopperShouldBeSpokenToInJapaneseAndBothFontsShouldHaveBeenLoaded(
            Orientation orientation, PackagedServer server, Browser browser) {
        Shopper shopper = Shopper.of(server, "ja");
        try (SignagePage screen = new SignagePage(browser, orientation)) {
            screen.open(address(server, 1)).see(".news");
            assertThat(screen.hasLoadedFont("Noto Sans KR")).isTrue();
            assertThat(screen.hasLoadedFont("Noto Sans JP")).isFalse();

            shopper.comes(BEEF, "");
            Locator card = screen.see(".card-words");

            assertThat(card.locator(".eyebrow").textContent()).isEqualTo("本日のお買い得");
            assertThat(card.locator(".price").textContent()).isEqualTo("¥1,584");
            assertThat(card.locator(".price-before").textContent()).isEqualTo("¥1,980");
            assertThat(screen.hasLoadedFont("Noto Sans JP")).isTrue();
            screen.assertThatEverythingFits();
            screen.screenshot(name(1, orientation, "enter-ja"));
            shopper.goes();
        }
    }

    @Test
    void addressShouldChooseTheLanguageOfTheIdlePage(PackagedServer server, Browser browser) {
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            screen.open(address(server, 2) + "?lang=en");

            assertThat(screen.see(".picks.is-on h1").textContent()).isEqualTo("Today’s picks");
            assertThat(screen.page().getAttribute("html", "lang")).isEqualTo("en");
        }
    }

    @Test
    void markupInTextsShouldStayText(PackagedServer server, Browser browser) {
        Shopper shopper = Shopper.of(server, "ko");
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            screen.open(address(server, 1)).see(".news");

            shopper.comes("{\"rec_id\": \"x\", \"item_name\": \"<b>우유</b><img src=x onerror=alert(1)>\"}", "");

            Locator name = screen.see(".card-words .name");
            assertThat(name.textContent()).isEqualTo("<b>우유</b><img src=x onerror=alert(1)>");
            assertThat(name.locator("*").count()).isZero();
            shopper.goes();
        }
    }

    @Test
    void pageShouldConnectAgainByItselfAndCatchUp(PackagedServer server, Browser browser) {
        Shopper shopper = Shopper.of(server, "ko");
        AtomicInteger attempts = new AtomicInteger();
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            screen.page().route("**/signage/1/stream*", route -> {
                if (attempts.incrementAndGet() <= 2) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            screen.page().navigate(address(server, 1));
            screen.page().waitForSelector(".welcome");
            shopper.comes(PASTA, "");

            assertThat(screen.see(".card-words .name").textContent()).isEqualTo("스파게티니");
            assertThat(attempts).hasValueGreaterThanOrEqualTo(3);
            shopper.goes();
            screen.see(".news");
            // The browser itself notes the two attempts in its console.
            screen.forgive();
        }
    }

    @Test
    void serverThatIsAwayShouldLeaveTheLastPictureAndAQuietSign(PackagedServer server, Browser browser) {
        AtomicBoolean away = new AtomicBoolean();
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            screen.page().clock().install();
            screen.page().route("**/signage/1/stream*", route -> {
                if (away.getAndSet(true)) {
                    route.abort();
                } else {
                    route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/event-stream")
                            .setBody("""
                            event: state
                            data: {"timeout_ms": 1000, "entry": null, "idle": {"products": [], "slides": [{\
                            "title": {"ko": "마지막 그림"}, "body": {"ko": "그대로"}, "picture": null}]}}

                            """));
                }
            });
            screen.page().navigate(address(server, 1));
            screen.page().waitForSelector("#stage[data-link=down] .news");
            // Hours of attempts.
            for (int i = 0; i < 20; i++) {
                screen.page().clock().fastForward("10:00");
            }

            assertThat(screen.see(".news .name").textContent()).isEqualTo("마지막 그림");
            assertThat(screen.page().locator(".link-sign").evaluate("sign => getComputedStyle(sign).opacity"))
                    .isEqualTo("0.7");
            screen.screenshot("signage-1-landscape-away");
            screen.page().unroute("**/signage/1/stream*");
            screen.page().clock().fastForward(LONGEST_PAUSE_MILLIS);
            screen.page().waitForSelector("#stage[data-link=up] .news:nth-child(2)");

            assertThat(screen.see(".news.is-on .name").textContent()).isNotEqualTo("마지막 그림");
            // The browser itself notes the attempts in its console.
            screen.forgive();
        }
    }

    @Test
    void backgroundShouldNeverBeWhite(PackagedServer server, Browser browser) {
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            // Before any script and any answer of the stream.
            screen.page().route("**/*.js", Route::abort);
            screen.page().navigate(address(server, 1));

            assertThat(screen.page().locator("meta[name=color-scheme]").getAttribute("content"))
                    .isEqualTo("dark");
            for (String element : List.of("html", "body", "#stage")) {
                assertThat(screen.page().locator(element).evaluate("it => getComputedStyle(it).backgroundColor"))
                        .isEqualTo("rgb(16, 61, 45)");
            }
            screen.forgive();
        }
    }

    @Test
    void whoWantsLessMotionShouldSeeNone(PackagedServer server, Browser browser) {
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            screen.open(address(server, 1)).see(".news.is-on");

            assertThat(
                            screen.page()
                                    .evaluate(
                                            "() => document.getAnimations().filter(each => each.playState === 'running').length"))
                    .isEqualTo(0);
        }
    }
}
