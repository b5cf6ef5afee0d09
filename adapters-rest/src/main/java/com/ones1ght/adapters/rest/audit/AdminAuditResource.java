package com.ones1ght.adapters.rest.audit;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.PageQuery;
import com.ones1ght.application.audit.port.AuditQueries;
import com.ones1ght.application.shared.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** A tenant's audit log, for its admins. */
@Path("admin/audit")
@ApplicationScoped
public class AdminAuditResource {

    private AuditQueries audit;

    /** For the container's proxy. */
    public AdminAuditResource() {}

    @Inject
    public AdminAuditResource(AuditQueries audit) {
        this.audit = audit;
    }

    /** Lists the entries. */
    @GET
    public Answer list(@Context SecurityContext caller) {
        PageRequest page = PageQuery.read(Caller.query(caller));
        return Answer.of(AuditReply.from(audit.page(Caller.tenant(caller).id(), page)));
    }
}
