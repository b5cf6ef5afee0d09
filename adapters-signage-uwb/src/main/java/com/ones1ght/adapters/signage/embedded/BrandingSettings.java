package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.store.StoreId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the screens' appearance. Each applies to all stores, and with a dot and a store's name after it to
 * that store alone, for example {@code ones1ght.signage.accent.main}. Invalid values stop the start.
 */
@Dependent
public class BrandingSettings {

    private static final System.Logger LOG = System.getLogger(BrandingSettings.class.getName());

    private static final String STORE_NAME = "ones1ght.signage.store-name";
    private static final String LOGO = "ones1ght.signage.logo";
    private static final String ACCENT = "ones1ght.signage.accent";
    private static final String TIME_ZONE = "ones1ght.signage.time-zone";

    /** What the demonstration store is called. */
    private static final String BUNDLED_STORE = "OneS1ght Market";

    private static final String BUNDLED_BACKEND = "embedded";
    private static final int MAX_NAME_LENGTH = 60;

    /** Of a logo as a data URL; it is part of each page. */
    private static final int MAX_DATA_LENGTH = 200_000;

    private static final Pattern DATA =
            Pattern.compile("data:image/(?:png|jpeg|webp|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}");

    private static final Pattern SEPARATOR = Pattern.compile("[^A-Za-z0-9]");

    private final Config config;
    private final Pictures ownPictures = new Pictures("");

    /**
     * The names that have values. Browsers say which store they show, and a server's configuration may keep every name
     * that it was ever asked for: so it is asked for these only.
     */
    private final Set<String> names = new HashSet<>();

    /** @throws IllegalArgumentException if a value is invalid; names the setting */
    @Inject
    public BrandingSettings(Config config) {
        this.config = config;
        for (String name : config.getPropertyNames()) {
            names.add(name);
            check(name, STORE_NAME, this::name);
            check(name, LOGO, this::logo);
            check(name, ACCENT, AccentColour::checked);
            check(name, TIME_ZONE, BrandingSettings::zone);
        }
    }

    private void check(String name, String setting, Function<String, ?> reader) {
        if (name.equals(setting) || name.startsWith(setting + ".")) {
            read(name, reader);
        }
    }

    /** @param isDefaultStore whether a URL without a store shows it */
    Branding of(StoreId store, boolean isDefaultStore) {
        String name = value(STORE_NAME, store, this::name);
        return new Branding(
                name == null && isDefaultStore && isBundled() ? BUNDLED_STORE : name,
                value(LOGO, store, this::logo),
                value(ACCENT, store, AccentColour::checked),
                value(TIME_ZONE, store, BrandingSettings::zone));
    }

    private boolean isBundled() {
        return config.getOptionalValue("ones1ght.store", String.class)
                .orElse(BUNDLED_BACKEND)
                .equals(BUNDLED_BACKEND);
    }

    /** The store's own value, else that of all stores. */
    private <T> @Nullable T value(String setting, StoreId store, Function<String, T> reader) {
        try {
            Optional<T> own = ownName(setting + "." + store.value()).flatMap(name -> read(name, reader));
            return own.isPresent() ? own.get() : read(setting, reader).orElse(null);
        } catch (IllegalArgumentException e) {
            // A store's setting in the environment, whose name cannot be recognized at the start.
            LOG.log(System.Logger.Level.WARNING, "Ignored a setting of the screens: {0}", e.getMessage());
            return null;
        }
    }

    /** The name under which a setting has a value: as it is, or in the form of the environment. */
    private Optional<String> ownName(String setting) {
        return Stream.of(setting, SEPARATOR.matcher(setting).replaceAll("_").toUpperCase(Locale.ROOT))
                .filter(names::contains)
                .findFirst();
    }

    private <T> Optional<T> read(String name, Function<String, T> reader) {
        Optional<String> given =
                config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
        try {
            return given.map(reader);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage());
        }
    }

    private String name(String given) {
        String name = DisplayText.tidy(given);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("a store's name has 1 to " + MAX_NAME_LENGTH + " characters");
        }
        return name;
    }

    private String logo(String given) {
        boolean inline =
                given.length() <= MAX_DATA_LENGTH && DATA.matcher(given).matches();
        if (!inline && !(given.startsWith("/") && given.equals(ownPictures.usable(given)))) {
            throw new IllegalArgumentException("a logo is a path on the gateway, /…, or a data URL of a PNG, JPEG, WebP"
                    + " or SVG image in Base64, of at most " + MAX_DATA_LENGTH + " characters");
        }
        return given;
    }

    private static ZoneId zone(String given) {
        return ZoneId.of(given);
    }
}
