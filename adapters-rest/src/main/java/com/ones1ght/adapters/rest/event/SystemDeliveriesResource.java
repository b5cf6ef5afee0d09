package com.ones1ght.adapters.rest.event;

import com.ones1ght.adapters.rest.access.Caller;
import com.ones1ght.adapters.rest.access.IdempotentAnswers;
import com.ones1ght.adapters.rest.access.IdempotentAnswers.Done;
import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.application.event.ListParkedDeliveriesUseCase;
import com.ones1ght.application.event.ResendDeliveryUseCase;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.shared.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;

/** Parked deliveries to signages, for the operator. */
@Path("system/tenants/{tenant_code}/parked-deliveries")
@ApplicationScoped
public class SystemDeliveriesResource {

    private ListParkedDeliveriesUseCase list;
    private ResendDeliveryUseCase resend;
    private IdempotentAnswers idempotent;

    /** For the container's proxy. */
    public SystemDeliveriesResource() {}

    @Inject
    public SystemDeliveriesResource(
            ListParkedDeliveriesUseCase list, ResendDeliveryUseCase resend, IdempotentAnswers idempotent) {
        this.idempotent = idempotent;
        this.list = list;
        this.resend = resend;
    }

    /** Lists the parked deliveries. */
    @GET
    public Answer list(@PathParam("tenant_code") String code) {
        return Answer.ofList(list.list(new ListParkedDeliveriesUseCase.Query(code)).stream()
                .map(ParkedDeliveryReply::from)
                .toList());
    }

    /** Queues a delivery again. */
    @POST
    @Path("{delivery_id}/resend")
    public Response resend(
            @Context SecurityContext caller,
            @PathParam("tenant_code") String code,
            @PathParam("delivery_id") String id) {
        return idempotent.answerWithoutBody(caller, Response.Status.ACCEPTED, () -> {
            UUID delivery = Uuids.parse(id).orElseThrow(NotFoundException::new);
            resend.resend(new ResendDeliveryUseCase.Command(Caller.actor(caller), code, delivery));
            return Done.of(new ResentReply(delivery.toString(), true));
        });
    }

    /** The delivery is queued again. */
    record ResentReply(String deliveryId, boolean accepted) {}
}
