package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.application.access.AnswerOnceUseCase;
import com.ones1ght.application.access.AnswerOnceUseCase.Answered;
import com.ones1ght.application.access.AnswerOnceUseCase.Effect;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.profile.ProfileId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Lets a request that says its {@code Idempotency-Key} have its effect once; any other as often as it comes. */
@ApplicationScoped
public class OnceOnly {

    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";

    private AnswerOnceUseCase once;

    /** For the container's proxy. */
    protected OnceOnly() {}

    @Inject
    public OnceOnly(AnswerOnceUseCase once) {
        this.once = once;
    }

    /** What a request has brought about. */
    public record Done(Answer answer, ProfileId profile) {}

    /**
     * @param status of the answer
     * @param body of the request
     * @param work has the effect; its answer holds ids and nothing personal
     */
    public Response answer(
            ContainerRequestContext request, Response.Status status, JsonObject body, Supplier<Done> work) {
        String key = request.getHeaderString(HEADER);
        if (key == null) {
            return Response.status(status).entity(work.get().answer()).build();
        }
        ApiKey credential = Caller.key(request);
        AnswerOnceUseCase.Command command = new AnswerOnceUseCase.Command(
                credential.tenant().id(),
                credential.id(),
                key,
                request.getMethod(),
                request.getUriInfo().getRequestUri().getRawPath(),
                body.text());
        Answered answered = once.answer(command, () -> effect(work.get()));
        Response.ResponseBuilder response = Response.status(status).entity(Answer.ofText(answered.answer()));
        if (answered.isReplayed()) {
            response.header(REPLAYED, "true");
        }
        return response.build();
    }

    private static Effect effect(Done done) {
        return new Effect(done.answer().text(), done.profile());
    }
}
