package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the demonstration follows a round. */
@ExtendWith({SharedServer.class, Chromium.class})
class DemoStreamIT {

    private static final String LAST_STEP = ".app-tabs button:has-text('Deals') .count";

    @Test
    void roundShouldBeFollowedByItsStream(PackagedServer server, Browser browser) {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (BrowsedPage page = new BrowsedPage(browser, server, "en-US")) {
            page.page().onRequest(request -> asked.add(request.url()));

            page.open("/demo").see(".hello button:enabled").click();

            page.see(".recipe h3");
            page.see(LAST_STEP);
        }
        assertThat(asked)
                .anyMatch(url -> url.contains("/recommend/") && url.endsWith("/events"))
                .noneMatch(url -> url.contains("wait="));
    }

    @Test
    void roundShouldBeFollowedByPollsWhereItsStreamIsRefused(PackagedServer server, Browser browser) {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (BrowsedPage page = new BrowsedPage(browser, server, "en-US")) {
            page.page().onRequest(request -> asked.add(request.url()));
            page.page()
                    .route(
                            url -> url.endsWith("/events"),
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(503)
                                    .setContentType("application/json")
                                    .setBody("{\"success\":false,\"code\":\"UNAVAILABLE\",\"message\":\"full\"}")));

            page.open("/demo").see(".hello button:enabled").click();

            page.see(".recipe h3");
            page.see(LAST_STEP);
            page.forgive();
        }
        assertThat(asked).anyMatch(url -> url.contains("wait="));
    }
}
