package com.ones1ght.domain.chat;

import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;

/** In which language a run is answered; fixed at the kickoff. */
public final class ResponseLanguage {

    private ResponseLanguage() {}

    /** The profile's language, else the tenant's. A tenant that never chose has {@link Language#DEFAULT}. */
    public static Language of(ProfileFacts facts, Tenant tenant) {
        return facts.locale() == null ? tenant.defaultLanguage() : facts.locale();
    }
}
