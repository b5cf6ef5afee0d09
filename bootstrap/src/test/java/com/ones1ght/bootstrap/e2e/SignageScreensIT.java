package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.BoundingBox;
import com.ones1ght.bootstrap.e2e.SignagePage.Orientation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The screens' looks: every size, shape and language, the longest texts, and unusual characters. */
@ExtendWith({SharedServer.class, Chromium.class})
class SignageScreensIT {

    private record Size(int width, int height) {

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /** Landscape and portrait, square, 4K, a phone, and the frame of a demonstration; then shapes in between. */
    private static final List<Size> SIZES = List.of(
            new Size(1920, 1080),
            new Size(1080, 1920),
            new Size(1080, 1080),
            new Size(3840, 2160),
            new Size(360, 640),
            new Size(480, 270),
            new Size(1024, 768),
            new Size(1280, 1024),
            new Size(768, 1024),
            new Size(1920, 540));

    /** Those of which all languages leave a picture. */
    private static final List<Size> USUAL = SIZES.subList(0, 3);

    private static final Map<String, String> LONGEST_NAMES = Map.of(
            "ko", "국내산 무항생제 프리미엄 한우 불고기용 얇게 썬 앞다리살 냉장 600g 대용량 가족 특별 기획 세트",
            "en", "Extra-lean grass-fed sliced beef shoulder for bulgogi, chilled, family value pack, 600 g",
            "ja", "国産黒毛和牛すき焼き用霜降り肩ロース薄切り冷蔵六百グラム大容量ご家族向け特別企画");

    private static final String LONGEST_TEXT =
            "오늘 저녁 온 가족이 함께 즐기는 특별한 소불고기, 부드러운 앞다리살과 비법 양념으로 더욱 깊은 맛을" + " 느껴 보세요. 이번 주말까지만 이 가격으로 모십니다.";

    private static String longest(String language) {
        String name = LONGEST_NAMES.get(language);
        return """
                {"rec_id": "it-long", "item_name": "%1$s", "item_name_en": "%1$s", "discount_pct": 12.5,
                 "brand": "Grand Hillside Premium Ranch and Dairy Cooperative", "price": 10000000, "price_unit": "원",
                 "reason_detail_marketing": "%2$s",
                 "product": {"name": "%1$s", "section_code": "MT", "price": 10000000, "price_unit": "원",
                             "src_url": "/store/products/cut-of-meat.svg", "location": {"x": 43, "y": 25}}}""".formatted(name, LONGEST_TEXT);
    }

    private static String address(PackagedServer server, int number, String language) {
        return server.baseUrl() + "/signage/" + number + "?lang=" + language;
    }

    private static void look(SignagePage screen, String name, boolean everySizeLeavesAPicture) {
        for (Size size : SIZES) {
            screen.resize(size.width(), size.height());
            screen.assertThatEverythingFits();
            screen.assertThatEverythingIsLegible();
            if (everySizeLeavesAPicture || USUAL.contains(size)) {
                screen.screenshot("screens/" + name + "-" + size);
            }
        }
    }

    @BeforeEach
    void emptyTheStore(PackagedServer server) {
        Shopper.emptyTheStore(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en", "ja"})
    void everythingShouldFitAndBeLegibleOnTheEntrance(String language, PackagedServer server, Browser browser) {
        Shopper shopper = Shopper.of(server, language);
        boolean all = language.equals("ko");
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            screen.open(address(server, 1, language)).see(".news");
            assertThat(screen.page().locator(".store").textContent()).isEqualTo("OneS1ght Market");
            assertThat(screen.page().locator(".clock").textContent()).matches("[0-9]{2}:[0-9]{2}");
            look(screen, "entrance-idle-" + language, all);

            shopper.comes("", "");
            screen.see(".card-words .price");
            look(screen, "entrance-" + language, all);

            shopper.comes(longest(language), "");
            screen.see(".card-picture [alt^='" + LONGEST_NAMES.get(language).substring(0, 8) + "']");
            look(screen, "entrance-longest-" + language, all);
            shopper.goes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en", "ja"})
    void everythingShouldFitAndBeLegibleInTheAisles(String language, PackagedServer server, Browser browser) {
        Shopper shopper = Shopper.of(server, language);
        boolean all = language.equals("ko");
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            screen.open(address(server, 2, language)).see(".picks");
            assertThat(screen.see(".picks.is-on .way").count()).isEqualTo(3);
            look(screen, "aisle-idle-" + language, all);

            shopper.comes("", "{\"name\": \"양파\", \"price\": 1980, \"price_unit\": \"₩\"}");
            screen.see("[data-part=forgotten]");
            look(screen, "aisle-" + language, all);

            shopper.comes(longest(language), longest(language));
            screen.see("[data-part=forgotten] [alt^='"
                    + LONGEST_NAMES.get(language).substring(0, 8) + "']");
            look(screen, "aisle-longest-" + language, all);
            shopper.goes();
        }
    }

    @Test
    void nameOfAnyLengthShouldLeaveThePriceAndTheWayWhole(PackagedServer server, Browser browser) {
        Shopper shopper = Shopper.of(server, "ko");
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            screen.open(address(server, 2, "ko")).see(".picks");

            String endless = longest("ko").replace(LONGEST_NAMES.get("ko"), "무항생제".repeat(80));
            shopper.comes(endless, endless);
            screen.see("[data-part=forgotten] [alt^=무항생제무항생제]");

            assertThat(screen.page().locator(".part.offer .name.is-clamped").count())
                    .isEqualTo(1);
            for (Size size : SIZES) {
                screen.resize(size.width(), size.height());
                BoundingBox part = screen.place(".part.offer");
                for (String line : List.of(".part.offer .price", ".part.offer .way")) {
                    BoundingBox box = screen.place(line);
                    assertThat(box.y + box.height).as("%s at %s", line, size).isLessThanOrEqualTo(part.y + part.height);
                    assertThat(box.x + box.width).as("%s at %s", line, size).isLessThanOrEqualTo(part.x + part.width);
                }
                screen.assertThatEverythingIsLegible();
            }
            shopper.goes();
        }
    }

    @Test
    void unusualCharactersShouldNeverBeDrawnAsMissingGlyphs(PackagedServer server, Browser browser) {
        Shopper shopper = Shopper.of(server, "ko");
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            screen.open(address(server, 1, "ko")).see(".news");

            // A cook with a joiner, an emoji of 2021, a decomposed syllable, a letter of Korean names, one of Japanese
            // names, a rare ideograph, a letter of no script, and a mark on a letter that has none.
            shopper.comes(
                    "{\"rec_id\": \"x\", \"item_name\": \"👩‍🍳 셰프의 김치 🫘 乭 髙 \ud869\uded6 \u0378 \uf8ff ő\"}", "");

            assertThat(screen.see(".card-words .name").textContent()).matches("👩‍🍳 셰프의 김치 🫘 乭 髙 (〓|\ud869\uded6) ő");
            assertThat(screen.foreignFonts(".card-words .name"))
                    .as("fonts of this machine, which other screens may not have")
                    .allMatch(font ->
                            screen.see(".card-words .name").textContent().contains("\ud869\uded6"));
            assertThat(screen.hasLoadedFont("Noto Emoji")).isTrue();
            screen.screenshot("screens/entrance-unusual-characters");
            shopper.goes();
        }
    }

    @Test
    void bundledFontsShouldHaveEveryCharacterOfTheStore(PackagedServer server, Browser browser) {
        String characters = List.of("products.tsv", "sections.tsv", "signage-events.tsv").stream()
                .flatMap(file -> text("/com/ones1ght/adapters/store/embedded/" + file)
                        .codePoints()
                        .filter(point -> point > ' ')
                        .boxed())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(Character::toString)
                .collect(Collectors.joining());
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            // Whatever it shows: shoppers of other tests may stand before it.
            screen.open(address(server, 1, "ko"));

            screen.page().evaluate("""
                    async (characters) => {
                      const all = document.createElement("p");
                      all.id = "all";
                      all.textContent = characters;
                      document.body.append(all);
                      await new Promise((done) => setTimeout(done));
                      await document.fonts.ready;
                    }""", characters);

            assertThat(characters.length()).isGreaterThan(500);
            assertThat(screen.foreignFonts("#all")).isEmpty();
        }
    }

    private static String text(String resource) {
        try (InputStream in = SignageScreensIT.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The screen is at the origin; angle | metres to the right | metres to the top | en | ko | ja. */
    private static final String WAYS = """
            0   |  0 |  3 | 3 m ahead        | 앞으로 3 m    | 前方 3 m
            0   | -2 |  3 | 4 m ahead, left  | 왼쪽 앞 4 m   | 左前方 4 m
            0   |  2 |  3 | 4 m ahead, right | 오른쪽 앞 4 m | 右前方 4 m
            0   |  5 |  0 | 5 m to the right | 오른쪽 5 m    | 右手 5 m
            0   |  3 | -3 | 4 m behind, right | 오른쪽 뒤 4 m | 右後方 4 m
            0   |  0 | -9 | 9 m behind you   | 뒤로 9 m      | 後方 9 m
            0   | -3 | -3 | 4 m behind, left | 왼쪽 뒤 4 m   | 左後方 4 m
            0   | -5 |  1 | 5 m to the left  | 왼쪽 5 m      | 左手 5 m
            0   | .3 | .1 | Right here       | 바로 여기     | すぐここ
            90  |  7 |  0 | 7 m ahead        | 앞으로 7 m    | 前方 7 m
            90  | -2 |  3 | 4 m behind, left | 왼쪽 뒤 4 m   | 左後方 4 m
            -90 | -7 |  0 | 7 m ahead        | 앞으로 7 m    | 前方 7 m
            720 |  0 | 1234 | 1,234 m ahead  | 앞으로 1,234 m | 前方 1,234 m
            x   |  0 |  3 | 3 m ahead        | 앞으로 3 m    | 前方 3 m
            """;

    @Test
    void wayShouldBeSeenFromTheScreen(PackagedServer server, Browser browser) {
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            screen.open(address(server, 1, "ko"));

            for (String line : WAYS.lines().toList()) {
                String[] cells = line.strip().split(" *[|] *");
                assertThat(screen.page().evaluate("""
                                async ([facing, dx, dy]) => {
                                  const { angleIn, wayLine } = await import("/signage-assets/way.js");
                                  const way = { dx: Number(dx), dy: Number(dy) };
                                  return ["en", "ko", "ja"]
                                    .map((language) => wayLine(way, language, angleIn(facing)).textContent);
                                }""", List.of(cells[0], cells[1], cells[2])))
                        .as(line)
                        .isEqualTo(Stream.of(cells)
                                .skip(3)
                                .map(words -> words.replace(" m", "\u00a0m"))
                                .toList());
            }
        }
    }

    @Test
    void addressShouldSayHowTheScreenHangs(PackagedServer server, Browser browser) {
        try (SignagePage screen = new SignagePage(browser, Orientation.LANDSCAPE)) {
            screen.open(address(server, 2, "en"));
            List<String> upwards = screen.see(".picks .way-words").allTextContents();
            screen.open(address(server, 2, "en") + "&facing=180");

            assertThat(screen.see(".picks .way-words").allTextContents())
                    .hasSize(9)
                    .hasSameSizeAs(upwards)
                    .doesNotContainSequence(upwards);
        }
    }
}
