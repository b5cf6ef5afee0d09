package com.ones1ght.domain.chat;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/** The language of a run's answer; fixed at the kickoff. */
public final class ResponseLanguage {

    private ResponseLanguage() {}

    /**
     * The profile's language, else the tenant's.
     *
     * @param own the profile's language; null when it has none
     */
    public static Language of(@Nullable Language own, Tenant tenant) {
        return own == null ? tenant.defaultLanguage() : own;
    }
}
