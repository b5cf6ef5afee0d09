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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;

/** A tenant's audit log, for its admins. */
@Path("admin/audit")
@ApplicationScoped
public class AdminAuditResource {

    private AuditQueries audit;

    /** For the container's proxy. */
    protected AdminAuditResource() {}

    @Inject
    public AdminAuditResource(AuditQueries audit) {
        this.audit = audit;
    }

    /** Lists the entries. */
    @GET
    public Answer list(@Context ContainerRequestContext request) {
        PageRequest page = PageQuery.read(request.getUriInfo().getQueryParameters());
        return Answer.of(AuditReply.from(audit.page(Caller.tenant(request).id(), page)));
    }
}
