package com.ones1ght.application.chat.port;

import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.shared.Require;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline is made of.
 *
 * @param catalog the products of the stores
 * @param clock what time it is
 * @param calls a few threads that all backends share, for what is done when an answer arrives; not to be blocked
 * @param settings finds the value of {@code ones1ght.backends.<name>.<key>} by its key; blank counts as not set
 * @param url where the tenant says that its model is, within what the operator allows; null for the installation's
 *     pipeline, or when the tenant leaves it to the installation
 * @param model what the tenant says that the model is called there; null likewise
 * @param secret the tenant's credential; null likewise
 */
public record PipelineSetup(
        StoreCatalog catalog,
        InstantSource clock,
        Executor calls,
        Function<String, Optional<String>> settings,
        @Nullable String url,
        @Nullable String model,
        @Nullable String secret) {

    public PipelineSetup {
        Require.notNull(catalog, "catalog");
        Require.notNull(clock, "clock");
        Require.notNull(calls, "calls");
        Require.notNull(settings, "settings");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "PipelineSetup[url=" + url + ", model=" + model + "]";
    }
}
