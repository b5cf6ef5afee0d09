package com.ones1ght.adapters.rest.credit;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.PageQuery;
import com.ones1ght.application.credit.port.CreditQueries;
import com.ones1ght.application.shared.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** The credits of a tenant, for its admins. */
@Path("admin/credits")
@ApplicationScoped
public class AdminCreditsResource {

    private CreditQueries credits;

    /** For the container's proxy. */
    public AdminCreditsResource() {}

    @Inject
    public AdminCreditsResource(CreditQueries credits) {
        this.credits = credits;
    }

    /** The balance. */
    @GET
    public Answer balance(@Context SecurityContext caller) {
        return Answer.of(new BalanceReply(credits.balance(Caller.tenant(caller).id())));
    }

    /** The ledger. */
    @GET
    @Path("ledger")
    public Answer ledger(@Context SecurityContext caller) {
        PageRequest page = PageQuery.read(Caller.query(caller));
        return Answer.of(LedgerReply.from(credits.page(Caller.tenant(caller).id(), page)));
    }
}
