package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.access.IdempotentAnswers;
import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.shared.AsyncAnswers;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.event.TriggerPositionUseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Supplier;

/** The triggers by which apps report events about recommendations. */
@Path("chat/{profile_id}/trigger")
@ApplicationScoped
public class TriggerResource {

    private Triggers triggers;
    private TriggerPositionUseCase position;
    private IdempotentAnswers idempotent;

    /** For the container's proxy. */
    public TriggerResource() {}

    @Inject
    public TriggerResource(Triggers triggers, TriggerPositionUseCase position, IdempotentAnswers idempotent) {
        this.triggers = triggers;
        this.position = position;
        this.idempotent = idempotent;
    }

    /** A shopper enters or leaves the circle of a signage. */
    @POST
    @Path("signage")
    public Response signage(@Context SecurityContext caller, @PathParam("profile_id") String profile, JsonObject body) {
        return accepted(caller, body, triggers.signage(Caller.key(caller), profile, body));
    }

    /** Where a shopper is; the circles that this enters and leaves are found out. Repeated, it changes nothing. */
    @POST
    @Path("position")
    public Object position(@Context SecurityContext caller, @PathParam("profile_id") String profile, JsonObject body) {
        PositionRequest wanted = PositionRequest.from(body);
        TriggerPositionUseCase.Command command = wanted.toCommand(Caller.key(caller), PathIds.profile(profile));
        return AsyncAnswers.completedOrSuspended(position.move(command)
                .thenApply(moved -> Response.accepted(EventReplies.moved(moved)).build()));
    }

    /** A coupon is issued, redeemed or dismissed. */
    @POST
    @Path("coupon")
    public Response coupon(@Context SecurityContext caller, @PathParam("profile_id") String profile, JsonObject body) {
        return accepted(caller, body, triggers.coupon(Caller.key(caller), profile, body));
    }

    /** A recommended item is shown or tapped. */
    @POST
    @Path("recommend")
    public Response recommend(
            @Context SecurityContext caller, @PathParam("profile_id") String profile, JsonObject body) {
        return accepted(caller, body, triggers.recommend(Caller.key(caller), profile, body));
    }

    private Response accepted(SecurityContext caller, JsonObject body, Supplier<Done> trigger) {
        return idempotent.answer(caller, Response.Status.ACCEPTED, body, trigger);
    }
}
