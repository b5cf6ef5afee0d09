package com.ones1ght.adapters.signage.embedded;

import com.ones1ght.domain.store.StoreId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the signage pages. They require a display token, except in the demonstration while none is set; a URL
 * without a store shows the default store.
 */
@Dependent
public class DisplaySettings {

    private static final String EMBEDDED = "embedded";

    private final boolean served;
    private final Optional<String> token;
    private final boolean demo;
    private final StoreId defaultStore;
    private final Pictures pictures;
    private final BrandingSettings branding;

    @Inject
    public DisplaySettings(
            @ConfigProperty(name = "ones1ght.signage", defaultValue = EMBEDDED) String signage,
            @ConfigProperty(name = "ones1ght.signage.display-token") Optional<String> token,
            @ConfigProperty(name = "ones1ght.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "ones1ght.store.default-store", defaultValue = "main") String defaultStore,
            @ConfigProperty(name = "ones1ght.signage.image-origins") Optional<String> imageOrigins,
            BrandingSettings branding) {
        this.served = signage.equals(EMBEDDED);
        this.token = token.map(String::strip).filter(given -> !given.isEmpty());
        this.demo = demo;
        this.defaultStore = new StoreId(defaultStore);
        this.pictures = new Pictures(imageOrigins.orElse(""));
        this.branding = branding;
    }

    /** Whether the gateway serves the signages itself. */
    public boolean served() {
        return served;
    }

    StoreId defaultStore() {
        return defaultStore;
    }

    Pictures pictures() {
        return pictures;
    }

    Branding branding(StoreId store) {
        return branding.of(store, store.equals(defaultStore));
    }

    /** Why this token does not authorize a page; empty if it does. */
    Optional<String> refusal(@Nullable String given) {
        if (token.isEmpty()) {
            return demo
                    ? Optional.empty()
                    : Optional.of("The pages of the signages are closed: ones1ght.signage.display-token is not set.");
        }
        return given != null && isSame(given, token.get())
                ? Optional.empty()
                : Optional.of("A display token is needed: open this page with ?token= and the token of this"
                        + " installation.");
    }

    /** Compares in constant time. */
    private static boolean isSame(String given, String wanted) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }
}
