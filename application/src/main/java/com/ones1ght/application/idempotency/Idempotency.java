package com.ones1ght.application.idempotency;

import com.ones1ght.application.access.Principal;
import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.application.idempotency.port.Answers.Found;
import com.ones1ght.application.idempotency.port.Answers.StoredAnswer;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Require;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Wraps a use case so that a request has its effect once, however often a caller that heard no answer repeats it. The
 * answer is stored in the transaction of the effect, which the use case joins.
 */
public final class Idempotency {

    private final Answers answers;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final Duration kept;

    /** @param kept for how long an answer is given again */
    public Idempotency(Answers answers, UnitOfWork unitOfWork, InstantSource clock, Duration kept) {
        this.answers = answers;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * What makes requests the same.
     *
     * @param caller the authenticated principal
     * @param key the caller's name for the request
     * @param operation the name of what is to be done
     * @param target what it is to be done to
     * @param content all that the caller says about it; the same in each repetition
     */
    public record Request(Principal caller, String key, String operation, String target, String content) {

        public Request {
            Require.notNull(caller, "caller");
            Require.notBlank(key, "key");
            Require.notBlank(operation, "operation");
            Require.notBlank(target, "target");
            Require.notNull(content, "content");
        }

        /** Without key and content. */
        @Override
        public String toString() {
            return "Request[" + operation + " " + target + "]";
        }

        private String hash() {
            return Idempotency.hash(caller.id(), key, operation, target);
        }

        private String fingerprint() {
            return Idempotency.hash(content);
        }

        private @Nullable TenantId tenant() {
            Tenant tenant = caller.tenant();
            return tenant == null ? null : tenant.id();
        }
    }

    /**
     * @param answer what the caller is told now
     * @param replay what the caller is told again; holds no secret and no shopper's data, since it is stored
     * @param profile with whose erasure the replay is forgotten; null when no shopper's request
     */
    public record Effect(
            String answer, String replay, @Nullable ProfileId profile) {}

    /**
     * @param answer what the caller is told
     * @param isReplayed whether it was told before
     */
    public record Answered(String answer, boolean isReplayed) {}

    /**
     * Answers as the first of the same requests that succeeded did, as long as answers are kept, or else runs
     * {@code useCase}. When that fails, nothing is stored, and a repetition runs it again.
     *
     * @throws DomainException IDEMPOTENCY_IN_PROGRESS while another of the same requests is under way;
     *     IDEMPOTENCY_KEY_REUSED when the content is another one
     */
    public Answered answer(Request request, Supplier<Effect> useCase) {
        return unitOfWork.inTransaction(() -> answerInTransaction(request, useCase, clock.instant()));
    }

    private Answered answerInTransaction(Request request, Supplier<Effect> useCase, Instant now) {
        Found found = answers.begin(request.tenant(), request.hash(), now);
        StoredAnswer stored = found.answer();
        if (stored != null) {
            return replay(stored, request);
        }
        if (found.isUnderWay()) {
            throw inProgress();
        }
        Effect effect = useCase.get();
        StoredAnswer answer = new StoredAnswer(
                request.hash(),
                request.tenant(),
                effect.profile(),
                request.fingerprint(),
                effect.replay(),
                now,
                now.plus(kept));
        if (!answers.add(answer)) {
            throw inProgress();
        }
        return new Answered(effect.answer(), false);
    }

    private static Answered replay(StoredAnswer stored, Request request) {
        if (!stored.bodyHash().equals(request.fingerprint())) {
            throw new DomainException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key came with another body before");
        }
        return new Answered(stored.answer(), true);
    }

    private static DomainException inProgress() {
        return new DomainException(
                ErrorCode.IDEMPOTENCY_IN_PROGRESS,
                "A request with this Idempotency-Key is under way; ask again in a moment");
    }

    /** A length before each part: "ab", "c" and "a", "bc" must differ. */
    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
