package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.application.idempotency.AnswerOnceUseCase;
import com.ones1ght.application.idempotency.AnswerOnceUseCase.Answered;
import com.ones1ght.application.idempotency.AnswerOnceUseCase.Effect;
import com.ones1ght.domain.profile.ProfileId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /**
     * What a request has brought about.
     *
     * @param answer for now
     * @param replay for a repetition of the request; holds no secret
     * @param profile with whose erasure the replay is forgotten; null when no shopper's request
     */
    public record Done(
            Answer answer, Answer replay, @Nullable ProfileId profile) {

        /** What a client has brought about for a shopper. */
        public Done(Answer answer, ProfileId profile) {
            this(answer, answer, profile);
        }

        /** What an administrator has brought about, without a secret in the answer. */
        public static Done of(Record data) {
            Answer answer = Answer.of(data);
            return new Done(answer, answer, null);
        }

        /**
         * What an administrator has brought about.
         *
         * @param replay the same without its secret
         */
        public static Done of(Record data, Record replay) {
            return new Done(Answer.of(data), Answer.of(replay), null);
        }
    }

    /**
     * @param status of the answer
     * @param body of the request
     * @param work has the effect; its answer holds ids and nothing personal of a shopper
     */
    public Response answer(
            ContainerRequestContext request, Response.Status status, JsonObject body, Supplier<Done> work) {
        return answer(request, status, body.text(), work);
    }

    /** The same for a request whose body says nothing. */
    public Response answerWithoutBody(ContainerRequestContext request, Response.Status status, Supplier<Done> work) {
        return answer(request, status, "", work);
    }

    private Response answer(ContainerRequestContext request, Response.Status status, String body, Supplier<Done> work) {
        String key = request.getHeaderString(HEADER);
        if (key == null) {
            return Response.status(status).entity(work.get().answer()).build();
        }
        AnswerOnceUseCase.Command command = new AnswerOnceUseCase.Command(
                Caller.principal(request),
                key,
                request.getMethod(),
                request.getUriInfo().getRequestUri().getRawPath(),
                body);
        Answered answered = once.answer(command, () -> effect(work.get()));
        Response.ResponseBuilder response = Response.status(status).entity(Answer.ofText(answered.answer()));
        if (answered.isReplayed()) {
            response.header(REPLAYED, "true");
        }
        return response.build();
    }

    private static Effect effect(Done done) {
        return new Effect(done.answer().text(), done.replay().text(), done.profile());
    }
}
