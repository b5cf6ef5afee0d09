package com.ones1ght.adapters.rest.profile;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.OptionalBody;
import com.ones1ght.application.profile.IssueProfileTokenUseCase;
import com.ones1ght.domain.access.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Issues the tokens with which apps use one profile without the tenant's key. */
@Path(ProfileWord.PATH + "/{profile_id}/token")
@ApplicationScoped
public class ProfileTokenResource {

    private IssueProfileTokenUseCase issue;

    /** For the container's proxy. */
    public ProfileTokenResource() {}

    @Inject
    public ProfileTokenResource(IssueProfileTokenUseCase issue) {
        this.issue = issue;
    }

    /** Issues a token; not idempotent, since a token that is lost is replaced by another. */
    @POST
    public Response issue(
            @Context SecurityContext caller, @PathParam("profile_id") String id, @OptionalBody JsonObject body) {
        ApiKey key = Caller.keyItself(caller);
        ProfileTokenRequest wanted = ProfileTokenRequest.from(body).checked(key);
        ProfileTokenReply issued = ProfileTokenReply.from(issue.issue(wanted.toCommand(key, id)));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Answer.of(issued))
                .build();
    }
}
