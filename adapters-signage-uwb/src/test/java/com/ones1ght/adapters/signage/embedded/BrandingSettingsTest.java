package com.ones1ght.adapters.signage.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.ones1ght.domain.store.StoreId;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandingSettingsTest {

    private static final StoreId MAIN = new StoreId("main");
    private static final String PIXEL = "data:image/png;base64,iVBORw0KGgo=";

    static BrandingSettings with(Map<String, String> settings) {
        return new BrandingSettings(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }

    @Test
    void bundledStoreShouldHaveANameAndNothingElse() {
        assertThat(with(Map.of()).of(MAIN, true)).isEqualTo(new Branding("OneS1ght Market", null, null, null));
        assertThat(with(Map.of()).of(MAIN, false).storeName()).isNull();
        assertThat(with(Map.of("ones1ght.store", "store-api")).of(MAIN, true).storeName())
                .isNull();
    }

    @Test
    void valuesOfAStoreShouldPrecedeThoseOfAllStores() {
        BrandingSettings settings = with(Map.of(
                "ones1ght.signage.store-name", "Chain",
                "ones1ght.signage.store-name.main", "Chain Seoul",
                "ones1ght.signage.logo", "/brand/logo.svg",
                "ones1ght.signage.accent", "#0A4D8C",
                "ones1ght.signage.logo.main", PIXEL,
                "ones1ght.signage.time-zone.main", "Asia/Seoul"));

        assertThat(settings.of(MAIN, true))
                .isEqualTo(new Branding("Chain Seoul", PIXEL, "#0a4d8c", ZoneId.of("Asia/Seoul")));
        assertThat(settings.of(new StoreId("other"), false))
                .isEqualTo(new Branding("Chain", "/brand/logo.svg", "#0a4d8c", null));
        assertThat(settings.of(MAIN, true).hasInlineLogo()).isTrue();
        assertThat(settings.of(new StoreId("other"), false).hasInlineLogo()).isFalse();
    }

    @Test
    void storesThatBrowsersInventShouldNotBeLookedUp() {
        Set<String> lookedUp = new HashSet<>();
        Map<String, String> given = Map.of("ONES1GHT_SIGNAGE_STORE_NAME_SOUTH_1", "South");
        BrandingSettings settings = new BrandingSettings(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(given, "test", 100) {
                    @Override
                    public String getValue(String name) {
                        lookedUp.add(name);
                        return super.getValue(name);
                    }
                })
                .build());

        assertThat(settings.of(new StoreId("invented"), false).storeName()).isNull();
        assertThat(settings.of(new StoreId("south-1"), false).storeName()).isEqualTo("South");
        assertThat(lookedUp).isNotEmpty().noneMatch(name -> name.contains("invented"));
    }

    @ParameterizedTest
    @CsvSource({
        "ones1ght.signage.accent, green",
        "ones1ght.signage.accent, #fff",
        "ones1ght.signage.accent.main, #ffd66b",
        "ones1ght.signage.accent, '#103d2d;}'",
        "ones1ght.signage.logo, https://cdn.example/logo.png",
        "ones1ght.signage.logo, //cdn.example/logo.png",
        "ones1ght.signage.logo.main, data:text/html;base64,AAAA",
        "ones1ght.signage.logo, 'data:image/svg+xml,<svg/>'",
        "ones1ght.signage.logo, logo.png",
        "ones1ght.signage.time-zone, Mars/Olympus",
        "ones1ght.signage.store-name, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    })
    void invalidValueShouldStopTheStartAndBeNamed(String setting, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of(setting, value)))
                .withMessageStartingWith(setting + ": ");
    }

    @Test
    void overlongLogoShouldBeRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> with(Map.of("ones1ght.signage.logo", "data:image/png;base64," + "A".repeat(200_000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#103d2d", "#000000", "#B3261E", "#0a4d8c", "#6d2077"})
    void darkAccentsShouldBeAccepted(String colour) {
        assertThat(AccentColour.checked(colour)).isEqualToIgnoringCase(colour);
    }

    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21", "#777777, #ffffff, 4.48", "#ffffff, #ffffff, 1", "#ff0000, #ffffff, 4.0"})
    void contrastShouldBeThatOfWcag(String one, String other, double ratio) {
        assertThat(AccentColour.contrast(one, other)).isEqualTo(ratio, within(0.01));
        assertThat(AccentColour.contrast(other, one)).isEqualTo(ratio, within(0.01));
    }
}
