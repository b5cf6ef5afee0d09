package com.ones1ght.adapters.llm.routing;

import com.ones1ght.application.model.port.ModelSecrets;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The credentials of tenants' models, {@code ones1ght.secrets.<tenant>.<ref>}. A blank one counts as not set. */
public final class ConfiguredModelSecrets implements ModelSecrets {

    private static final String SECRETS = "ones1ght.secrets.";

    private final Config config;

    public ConfiguredModelSecrets(Config config) {
        this.config = config;
    }

    @Override
    public Optional<String> find(String tenantCode, String ref) {
        return config.getOptionalValue(SECRETS + tenantCode + "." + ref, String.class)
                .map(String::strip)
                .filter(secret -> !secret.isEmpty());
    }
}
