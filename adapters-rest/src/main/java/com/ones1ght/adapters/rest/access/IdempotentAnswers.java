package com.ones1ght.adapters.rest.access;

import com.ones1ght.adapters.rest.shared.Answer;
import com.ones1ght.adapters.rest.shared.JsonObject;
import com.ones1ght.application.idempotency.Idempotency;
import com.ones1ght.application.idempotency.Idempotency.Answered;
import com.ones1ght.application.idempotency.Idempotency.Effect;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.InvalidRequestException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executes requests with an {@code Idempotency-Key} at most once and replays the answer; passes on all others. */
@ApplicationScoped
public class IdempotentAnswers {

    /** The header whose requests are executed at most once. */
    public static final String HEADER = "Idempotency-Key";

    private static final int MAX_KEY = 255;
    private static final String REPLAYED = "Idempotent-Replayed";

    private Idempotency idempotency;

    /** For the container's proxy. */
    protected IdempotentAnswers() {}

    @Inject
    public IdempotentAnswers(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /**
     * The outcome of a request.
     *
     * @param replay the answer to a repetition; contains no secret
     * @param profile the profile whose erasure also removes the replay; null for requests of administrators
     */
    public record Done(
            Answer answer, Answer replay, @Nullable ProfileId profile) {

        /** The outcome of a client's request. */
        public Done(Answer answer, ProfileId profile) {
            this(answer, answer, profile);
        }

        /** The outcome of an administrator's request without a secret in the answer. */
        public static Done of(Record data) {
            Answer answer = Answer.of(data);
            return new Done(answer, answer, null);
        }

        /**
         * The outcome of an administrator's request.
         *
         * @param replay the answer without its secret
         */
        public static Done of(Record data, Record replay) {
            return new Done(Answer.of(data), Answer.of(replay), null);
        }
    }

    /**
     * @param status of the answer
     * @param body of the request
     * @param work performs the request; its answer contains ids but no personal data
     */
    public Response answer(SecurityContext caller, Response.Status status, JsonObject body, Supplier<Done> work) {
        return answer(caller, status, body.text(), work);
    }

    /** For a request without a relevant body. */
    public Response answerWithoutBody(SecurityContext caller, Response.Status status, Supplier<Done> work) {
        return answer(caller, status, "", work);
    }

    private Response answer(SecurityContext caller, Response.Status status, String body, Supplier<Done> work) {
        ContainerRequestContext request = Caller.request(caller);
        String key = request.getHeaderString(HEADER);
        if (key == null) {
            return Response.status(status).entity(work.get().answer()).build();
        }
        Idempotency.Request repeatable = new Idempotency.Request(
                Caller.principal(caller),
                requireValid(key),
                request.getMethod(),
                request.getUriInfo().getRequestUri().getRawPath(),
                body);
        Answered answered = idempotency.answer(repeatable, () -> effect(work.get()));
        Response.ResponseBuilder response = Response.status(status).entity(Answer.ofText(answered.answer()));
        if (answered.isReplayed()) {
            response.header(REPLAYED, "true");
        }
        return response.build();
    }

    private static String requireValid(String key) {
        if (key.isEmpty() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new InvalidRequestException(HEADER, "must be 1 to " + MAX_KEY + " visible ASCII characters");
        }
        return key;
    }

    private static Effect effect(Done done) {
        return new Effect(done.answer().text(), done.replay().text(), done.profile());
    }
}
