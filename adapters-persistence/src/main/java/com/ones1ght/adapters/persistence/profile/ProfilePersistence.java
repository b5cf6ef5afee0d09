package com.ones1ght.adapters.persistence.profile;

import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.persistence.shared.Transactions;
import com.ones1ght.application.credit.port.CreditLedger;
import com.ones1ght.application.profile.port.ProfileDocuments;
import com.ones1ght.application.profile.port.Profiles;
import com.ones1ght.application.profile.port.TemporaryProfiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;

/** Provides the stored profiles. */
@ApplicationScoped
public class ProfilePersistence {

    @Produces
    @ApplicationScoped
    public Profiles profiles(EntityManager entities, Sql sql, CreditLedger credits, Transactions transactions) {
        return new JpaProfiles(entities, sql, new ProfileErasure(sql, credits), transactions);
    }

    @Produces
    @ApplicationScoped
    public TemporaryProfiles temporaryProfiles(Sql sql) {
        return new SqlTemporaryProfiles(sql);
    }

    @Produces
    @ApplicationScoped
    public ProfileDocuments profileDocuments() {
        return new JacksonProfileDocuments();
    }
}
