package com.ones1ght.adapters.rest.visit;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.profile.ProfileWord;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.visit.EndVisitUseCase;
import com.ones1ght.application.visit.StampVisitUseCase;
import com.ones1ght.application.visit.StartVisitUseCase;
import com.ones1ght.application.visit.port.VisitQueries;
import com.ones1ght.domain.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** A shopper's visit, which clients know as the session of the profile or persona. */
@Path(ProfileWord.PATH + "/{profile_id}/session")
@ApplicationScoped
public class VisitResource {

    private StartVisitUseCase start;
    private StampVisitUseCase stamp;
    private EndVisitUseCase end;
    private VisitQueries visits;

    /** For the container's proxy. */
    public VisitResource() {}

    @Inject
    public VisitResource(StartVisitUseCase start, StampVisitUseCase stamp, EndVisitUseCase end, VisitQueries visits) {
        this.start = start;
        this.stamp = stamp;
        this.end = end;
        this.visits = visits;
    }

    /** The shopper enters. */
    @POST
    @Path("start")
    public Answer start(
            @Context SecurityContext caller,
            @PathParam(ProfileWord.PARAMETER) ProfileWord word,
            @PathParam("profile_id") String profile) {
        return new VisitReplies(word)
                .started(start.start(new StartVisitUseCase.Command(Caller.key(caller), PathIds.profile(profile))));
    }

    /** The shopper reaches a stage. */
    @POST
    @Path("stamp")
    public Answer stamp(@Context SecurityContext caller, @PathParam("profile_id") String profile, JsonObject body) {
        StampRequest wanted = StampRequest.from(body);
        return VisitReplies.stamped(stamp.stamp(wanted.toCommand(Caller.key(caller), PathIds.profile(profile))));
    }

    /** The shopper leaves; returns the whole visit. */
    @POST
    @Path("end")
    public Answer end(
            @Context SecurityContext caller,
            @PathParam(ProfileWord.PARAMETER) ProfileWord word,
            @PathParam("profile_id") String profile) {
        return new VisitReplies(word)
                .whole(end.end(new EndVisitUseCase.Command(Caller.owner(caller), PathIds.profile(profile))));
    }

    /** Returns the active visit. */
    @GET
    public Answer get(
            @Context SecurityContext caller,
            @PathParam(ProfileWord.PARAMETER) ProfileWord word,
            @PathParam("profile_id") String profile) {
        return new VisitReplies(word)
                .whole(visits.active(Caller.owner(caller), PathIds.profile(profile))
                        .orElseThrow(NotFoundException::new));
    }
}
