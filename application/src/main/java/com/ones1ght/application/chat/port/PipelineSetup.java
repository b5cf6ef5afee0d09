package com.ones1ght.application.chat.port;

import com.ones1ght.application.store.port.StoreCatalog;
import com.ones1ght.domain.shared.Require;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a provider creates a pipeline from.
 *
 * @param catalog the products of the stores
 * @param clock the current time
 * @param calls a few threads that all backends share, for work when an answer arrives; must not be blocked
 * @param settings finds the value of {@code ones1ght.backends.<name>.<key>} by its key; blank counts as not set
 * @param url the URL of the tenant's model, permitted by the operator; null for the installation's pipeline, and for a
 *     tenant that uses the installation's
 * @param model the name of the tenant's model at that URL; null likewise
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
