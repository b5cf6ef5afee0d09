package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.ones1ght.bootstrap.e2e.SignagePage.Orientation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The screens of an installation with a display token, a timeout and a branding of its own. */
@ExtendWith(Chromium.class)
class SignageSettingsIT {

    /** One pixel. */
    private static final String LOGO = "data:image/png;base64,"
            + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static final String PASTA = """
            {"rec_id": "it-pasta", "item_name": "스파게티니", "price": 4900, "price_unit": "₩"}""";

    private static String address(PackagedServer server, int number) {
        return server.baseUrl() + "/signage/" + number;
    }

    @Test
    void outsideOfTheDemonstrationAScreenShouldNeedItsTokenAndForgetShoppersInTime(Browser browser) throws Exception {
        try (PackagedServer server = PackagedServer.start(Map.of(
                "ones1ght.signage.display-token", "s3same",
                "ones1ght.signage.timeout", "PT3S",
                "ones1ght.signage.store-name", "Kim's <Deli>",
                "ones1ght.signage.accent", "#7a1f5c",
                "ones1ght.signage.logo.other", LOGO,
                "ones1ght.signage.time-zone.other", "Pacific/Kiritimati"))) {
            assertThat(status(address(server, 1))).isEqualTo(403);
            assertThat(status(address(server, 1) + "/stream?token=wrong")).isEqualTo(403);
            Shopper shopper = Shopper.of(server, "ko");
            try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
                screen.open(address(server, 1) + "?token=s3same").see(".news");
                shopper.comes(PASTA, "");
                screen.see(".card-words .name");

                screen.see(".news.is-on");
                assertThat(screen.page().locator(".store").textContent()).isEqualTo("Kim's <Deli>");
                screen.assertThatEverythingIsLegible();
                screen.screenshot("signage-1-landscape-branded");

                screen.page().clock().setFixedTime("2026-04-29T05:28:08Z");
                screen.open(address(server, 1) + "?token=s3same&store=other&lang=ja")
                        .see(".welcome-title");
                assertThat(screen.page().locator(".clock").textContent()).isEqualTo("19:28");
                assertThat(screen.page().locator(".logo").getAttribute("alt")).isEqualTo("Kim's <Deli>");
                assertThat(screen.page().locator(".logo").evaluate("image => image.naturalWidth"))
                        .isEqualTo(1);
                assertThat(screen.page().locator(".welcome").evaluate("it => getComputedStyle(it).backgroundColor"))
                        .isEqualTo("rgb(122, 31, 92)");
                screen.screenshot("signage-1-landscape-branded-other");
            }
        }
    }

    private static int status(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
