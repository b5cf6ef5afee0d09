package com.ones1ght.application.onboarding;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;

/** Makes sure that a tenant with given keys exists; for the demo tenant and for installations set up by script. */
public interface ProvisionTenantUseCase {

    /** Creates what is missing and changes nothing that is there. */
    void provision(Command command);

    /**
     * @param code the tenant's code
     * @param name its name for people
     * @param defaultLanguage of its answers
     * @param credits granted when the tenant is created; not negative
     * @param clientKey a client key, {@code osk_…}
     * @param adminKey an admin key, {@code oak_…}
     */
    record Command(
            String code, String name, Language defaultLanguage, long credits, String clientKey, String adminKey) {

        public Command {
            Require.notBlank(code, "tenant_code");
            Require.notBlank(name, "name");
            Require.notNull(defaultLanguage, "default_locale");
            Require.that(credits >= 0, "credits", "not be negative");
            Require.that(clientKey.startsWith("osk_" + code + "_"), "client key", "begin with osk_<tenant_code>_");
            Require.that(adminKey.startsWith("oak_" + code + "_"), "admin key", "begin with oak_<tenant_code>_");
        }

        /** Without the keys. */
        @Override
        public String toString() {
            return "Command[code=" + code + "]";
        }
    }
}
