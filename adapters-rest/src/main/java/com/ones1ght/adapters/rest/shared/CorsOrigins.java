package com.ones1ght.adapters.rest.shared;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whose web pages may call the API: {@code ones1ght.cors.origins}, separated by commas, for example
 * {@code https://shop.example}; {@code *} means any, nothing (the default) means none. Keys travel in a header that
 * a page has to set itself, never by cookie, so that no origin gains a key by this.
 */
@Dependent
public class CorsOrigins {

    private final Set<String> origins;

    @Inject
    public CorsOrigins(@ConfigProperty(name = "ones1ght.cors.origins") Optional<String> origins) {
        this.origins = Arrays.stream(origins.orElse("").split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean allow(@Nullable String origin) {
        return origin != null && (origins.contains(origin) || origins.contains("*"));
    }
}
