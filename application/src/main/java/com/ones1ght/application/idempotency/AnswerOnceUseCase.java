package com.ones1ght.application.idempotency;

import com.ones1ght.application.access.Principal;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Require;
import org.jspecify.annotations.Nullable;

/** Does what a request asks for once, however often a client that heard no answer sends it again. */
public interface AnswerOnceUseCase {

    /**
     * Answers as the first request did that succeeded with the same key, caller, method and path within the time for
     * which answers are kept, or else does {@code work} and remembers its answer in the transaction of its effect. What
     * {@code work} throws is remembered by nobody.
     *
     * @throws com.ones1ght.domain.shared.DomainException IDEMPOTENCY_IN_PROGRESS while another request with the same is
     *     under way; IDEMPOTENCY_KEY_REUSED when the body is another one
     */
    Answered answer(Command command, Work work);

    /** What is to be done once. */
    @FunctionalInterface
    interface Work {

        /** Joins the transaction that it is called in. */
        Effect run();
    }

    /**
     * @param caller the authenticated principal
     * @param key the caller's name for the request
     * @param method of HTTP
     * @param path as it was sent
     * @param body as it was sent
     */
    record Command(Principal caller, String key, String method, String path, String body) {

        /** The longest key, in characters. */
        public static final int MAX_KEY = 255;

        /** @throws InvalidRequestException when the key has another form */
        public Command {
            Require.notNull(caller, "caller");
            if (key.isEmpty() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c > ' ' && c <= '~')) {
                throw new InvalidRequestException(
                        "Idempotency-Key", "Idempotency-Key must be 1 to " + MAX_KEY + " visible ASCII characters");
            }
            Require.notBlank(method, "method");
            Require.notBlank(path, "path");
            Require.notNull(body, "body");
        }

        /** Without the body. */
        @Override
        public String toString() {
            return "Command[" + method + " " + path + "]";
        }
    }

    /**
     * @param answer what the caller is told now
     * @param replay what the caller is told again; holds no secret and no shopper's data, since it is stored
     * @param profile with whose erasure the replay is forgotten; null when no shopper's request
     */
    record Effect(String answer, String replay, @Nullable ProfileId profile) {}

    /**
     * @param answer what the client is told
     * @param isReplayed whether it was told before
     */
    record Answered(String answer, boolean isReplayed) {}
}
