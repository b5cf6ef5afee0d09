package com.ones1ght.application.model.port;

import java.util.Optional;

/** The credentials of tenants' models, which the operator keeps in the configuration. */
@FunctionalInterface
public interface ModelSecrets {

    /**
     * Looks a credential up, in the tenant's own branch and nowhere else.
     *
     * @param tenantCode names the tenant
     * @param ref names the credential below it
     * @return empty when there is none
     */
    Optional<String> find(String tenantCode, String ref);
}
