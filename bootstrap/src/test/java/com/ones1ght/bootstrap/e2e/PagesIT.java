package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages in a real browser: in each language, scheme and width, and what they are served with. */
@ExtendWith({SharedServer.class, Chromium.class})
class PagesIT {

    private static final List<String> LANGUAGES = List.of("ko", "en", "ja");
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final List<Integer> WIDTHS = List.of(360, 768, 1280, 1920, 3840);

    /**
     * All pictures come from one visit: a switch of the language or the scheme asks the server for nothing.
     *
     * @param accessibleAt the widths at which axe looks, which takes seconds for long pages
     */
    private static void photographAll(BrowsedPage page, String name, List<Integer> accessibleAt) {
        for (ColorScheme scheme : SCHEMES) {
            page.as(scheme);
            for (int width : WIDTHS) {
                page.wide(width);
                for (String language : LANGUAGES) {
                    String scene = scheme.name().toLowerCase(Locale.ROOT);
                    page.in(language)
                            .assertThatItFits()
                            .screenshot(String.join("-", name, String.valueOf(width), language, scene));
                }
                if (accessibleAt.contains(width)) {
                    page.assertThatItIsAccessible();
                }
            }
        }
    }

    @Test
    void homeShouldSayWhatThisIsInOneScreen(PackagedServer server, Browser browser) {
        try (BrowsedPage page = new BrowsedPage(browser, server, "ja-JP")) {
            page.open("/").see("os-home h1");

            assertThat(page.page().locator("html").getAttribute("lang")).isEqualTo("ja");
            photographAll(page, "home", WIDTHS);
            assertThat((Number) page.page().evaluate("document.documentElement.scrollHeight - innerHeight"))
                    .as("pixels to scroll")
                    .satisfies(beyond -> assertThat(beyond.intValue()).isNotPositive());
            page.see("a.way[href=docs]").click();
            page.see(".opblock");
        }
    }

    @Test
    void choicesShouldLastAndReachTheNextPage(PackagedServer server, Browser browser) {
        try (BrowsedPage page = new BrowsedPage(browser, server, "en-US")) {
            page.open("/").in("ko").as(ColorScheme.LIGHT);
            page.page().keyboard().press("Tab");
            page.see("os-header .os-header > button").click();
            page.open("/docs#guides").see("article h1");

            assertThat(page.page().locator("html").getAttribute("lang")).isEqualTo("ko");
            assertThat(page.page().locator("html").getAttribute("data-theme")).isEqualTo("dark");
        }
    }

    @Test
    void referenceShouldShowEveryCallOfTheServedDocument(PackagedServer server, Browser browser) {
        try (BrowsedPage page = new BrowsedPage(browser, server, "en-US")) {
            page.open("/docs").see(".opblock");
            photographAll(page, "docs", List.of(360, 1280));
            page.wide(1280).see(".reference-actions button").click();
            page.see(".reference-actions .os-chip");
            page.see("#operations-profiles-getProfile .opblock-summary-control").click();
            page.see(".btn.execute").click();
            page.see(".live-responses-table .response-col_status:has-text('200')");
            page.assertThatItIsAccessible();
        }
    }

    @Test
    void guidesShouldBeRenderedWithWorkingLinks(PackagedServer server, Browser browser) {
        try (BrowsedPage page = new BrowsedPage(browser, server, "en-US")) {
            page.open("/docs#guide/administration").see("article h1");
            photographAll(page, "guide", List.of(360, 1280));
            page.open("/docs#guide/README");
            page.see("article a[href='#guide/dietary-guard']").click();
            page.see("article h1:has-text('ietary')");
            page.open("/docs#guide/adr/0001-hexagonal-modular-monolith").see("article h1");
            page.open("/docs#guide/dietary-guard/what-a-shopper-declares");
            page.see("#what-a-shopper-declares");
            page.page().waitForFunction("scrollY > 0");
        }
    }

    /** As the container says it when the application is not at the root. */
    @Test
    void pagesShouldWorkBelowAContextPath(PackagedServer server, Browser browser) {
        String mount = "/retail/gateway";
        try (BrowsedPage page = new BrowsedPage(browser, server, "en-US")) {
            List<String> outside = new ArrayList<>();
            page.page().route("**/*", route -> {
                String path = URI.create(route.request().url()).getPath();
                if (!path.startsWith(mount + "/")) {
                    outside.add(path);
                    route.abort();
                } else if (!path.endsWith("/feed") && !path.endsWith("/stream")) {
                    // Streams do not end, so they cannot be passed on.
                    APIResponse answer = route.fetch(new Route.FetchOptions()
                            .setUrl(route.request().url().replace(mount, "")));
                    route.fulfill(new Route.FulfillOptions()
                            .setResponse(answer)
                            .setBody(
                                    path.endsWith("/demo/session")
                                            ? answer.text().replace("/demo/feed", mount + "/demo/feed")
                                            : null));
                }
            });
            page.open(mount + "/").see("a.way[href=docs]").click();
            page.see(".opblock");
            page.see(".docs-side a:has-text('Client API')").click();
            page.see("article h1");
            page.see(".os-nav a[href=demo]").click();
            page.see(".hello button:enabled").click();
            page.see(".recipe .dish image");
            page.see(".floor .shopper");
            page.page()
                    .frameLocator("iframe[src^='signage/1']")
                    .locator(".masthead")
                    .waitFor();

            assertThat(outside).isEmpty();
        }
    }

    @Test
    void everyGuideShouldBeListed() throws IOException {
        Path root = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
        String listed = Files.readString(root.resolve("src/main/webapp/assets/docs/list.js"));
        try (Stream<Path> guides = Files.list(root.resolveSibling("docs"))) {
            assertThat(guides.map(guide -> guide.getFileName().toString()).filter(name -> name.endsWith(".md")))
                    .allSatisfy(name -> assertThat(listed).contains('"' + name + '"'));
        }
    }

    @Test
    void pagesShouldBeServedWithAStrictPolicyAndValidators(PackagedServer server) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : List.of("/", "/docs")) {
            HttpResponse<String> page = get(client, server, path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none'; script-src 'self' 'sha256-")
                            .doesNotContain("unsafe")
                            .doesNotContain("http"));
            String tag = page.headers().firstValue("ETag").orElseThrow();
            assertThat(get(client, server, path, "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
        }
        HttpResponse<String> slash = get(client, server, "/docs/");
        assertThat(slash.statusCode()).isEqualTo(301);
        assertThat(URI.create(server.baseUrl() + "/docs/")
                        .resolve(slash.headers().firstValue("Location").orElseThrow()))
                .hasPath("/docs");
        assertThat(send(client, server, "/docs", "POST").statusCode()).isEqualTo(405);
    }

    @Test
    void librariesShouldBeKeptForeverAndFilesOfThePagesValidated(PackagedServer server) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        String home = get(client, server, "/").body();
        String lit = home.replaceFirst("(?s).*\"lit\": \"\\.(/[^\"]+)\".*", "$1");

        assertThat(get(client, server, lit).headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=31536000, immutable");
        HttpResponse<String> tokens = get(client, server, "/assets/design/tokens.css");
        assertThat(tokens.headers().firstValue("Cache-Control")).hasValue("no-cache");
        String tag = tokens.headers().firstValue("ETag").orElseThrow();
        assertThat(get(client, server, "/assets/design/tokens.css", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<String> missing = get(client, server, "/assets/vendor/nothing.js");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(get(client, server, "/WEB-INF/pages/home.html").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(HttpClient client, PackagedServer server, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.baseUrl() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(HttpClient client, PackagedServer server, String path, String method)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
