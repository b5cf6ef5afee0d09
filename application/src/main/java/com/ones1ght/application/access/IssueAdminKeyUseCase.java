package com.ones1ght.application.access;

import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.KeyTerm;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.Require;

/** Lets the operator make an admin key for a tenant, whose own ones may all have expired or been lost. */
public interface IssueAdminKeyUseCase {

    /** @throws com.ones1ght.domain.shared.NotFoundException when there is no such tenant */
    IssuedKey issue(Command command);

    /**
     * @param actor who does it
     * @param code which tenant; of whatever form, one that is no code names nothing
     * @param name for people
     * @param term for how long
     */
    record Command(Actor actor, String code, DisplayName name, KeyTerm term) {

        public Command {
            Require.notNull(actor, "actor");
            Require.notNull(code, "tenant_code");
            Require.notNull(name, "name");
            Require.notNull(term, "expires_in_days");
        }
    }
}
