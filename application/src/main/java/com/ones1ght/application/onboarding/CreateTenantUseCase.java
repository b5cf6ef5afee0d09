package com.ones1ght.application.onboarding;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.PlainKey;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantCode;

/** Takes a retailer in: its account, its first credits and the key of its first admin, or nothing of it. */
public interface CreateTenantUseCase {

    /** The most credits that a tenant begins with. */
    long MAX_CREDITS = 1_000_000_000_000L;

    /** @throws com.ones1ght.domain.shared.DomainException CONFLICT when the code exists */
    Created create(Command command);

    /**
     * @param actor who does it
     * @param code names the tenant from now on
     * @param name for people
     * @param defaultLanguage of its answers
     * @param credits to begin with, from 0 to {@value #MAX_CREDITS}
     */
    record Command(Actor actor, TenantCode code, DisplayName name, Language defaultLanguage, long credits) {

        public Command {
            Require.notNull(actor, "actor");
            Require.notNull(code, "tenant_code");
            Require.notNull(name, "name");
            Require.notNull(defaultLanguage, "default_locale");
            if (credits < 0 || credits > MAX_CREDITS) {
                throw new InvalidRequestException("credits", "must be from 0 to " + MAX_CREDITS);
            }
        }
    }

    /**
     * @param tenant as it was made
     * @param adminKey the key of its first admin, without an end, which is shown now and never again
     */
    record Created(Tenant tenant, PlainKey adminKey) {}
}
