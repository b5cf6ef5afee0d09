package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.access.IdempotentAnswers;
import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.shared.AsyncAnswers;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.adapters.rest.shared.PathIds;
import com.ones1ght.application.event.TriggerItemUseCase;
import com.ones1ght.application.event.TriggerPositionUseCase;
import com.ones1ght.application.event.TriggerSignageUseCase;
import com.ones1ght.domain.event.Passage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The triggers by which apps report events about recommendations. */
@Path("chat/{profile_id}/trigger")
@ApplicationScoped
public class TriggerResource {

    private IdempotentAnswers idempotent;
    private TriggerSignageUseCase signage;
    private TriggerPositionUseCase position;
    private TriggerItemUseCase item;

    /** For the container's proxy. */
    public TriggerResource() {}

    @Inject
    public TriggerResource(
            TriggerSignageUseCase signage,
            TriggerPositionUseCase position,
            TriggerItemUseCase item,
            IdempotentAnswers idempotent) {
        this.idempotent = idempotent;
        this.signage = signage;
        this.position = position;
        this.item = item;
    }

    /** A shopper enters or leaves the circle of a signage. */
    @POST
    @Path("signage")
    public Response signage(@Context SecurityContext caller, @PathParam("profile_id") String profile, JsonObject body) {
        SignageRequest wanted = SignageRequest.from(body);
        return idempotent.answer(caller, Response.Status.ACCEPTED, body, () -> {
            TriggerSignageUseCase.Command command = wanted.toCommand(Caller.key(caller), PathIds.profile(profile));
            boolean isExit = command.passage() == Passage.EXIT;
            return new Done(
                    EventReplies.accepted(signage.trigger(command), isExit ? command.passage() : null),
                    command.profile());
        });
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
        return item(caller, profile, body, SingleRequest.ofCoupon(body));
    }

    /** A recommended item is shown or tapped. */
    @POST
    @Path("recommend")
    public Response recommend(
            @Context SecurityContext caller, @PathParam("profile_id") String profile, JsonObject body) {
        return item(caller, profile, body, SingleRequest.ofRecommendation(body));
    }

    private Response item(SecurityContext caller, String profile, JsonObject body, SingleRequest wanted) {
        return idempotent.answer(caller, Response.Status.ACCEPTED, body, () -> {
            TriggerItemUseCase.Command command = wanted.toCommand(Caller.owner(caller), PathIds.profile(profile));
            return new Done(EventReplies.accepted(item.trigger(command)), command.profile());
        });
    }
}
