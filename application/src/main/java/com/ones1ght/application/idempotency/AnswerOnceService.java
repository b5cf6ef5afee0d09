package com.ones1ght.application.idempotency;

import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.application.idempotency.port.Answers.Found;
import com.ones1ght.application.idempotency.port.Answers.StoredAnswer;
import com.ones1ght.application.shared.port.UnitOfWork;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/** Looks for the answer, and does the work beside its note, in one transaction. */
public final class AnswerOnceService implements AnswerOnceUseCase {

    private final Answers answers;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final Duration kept;

    /** @param kept for how long an answer is given again */
    public AnswerOnceService(Answers answers, UnitOfWork unitOfWork, InstantSource clock, Duration kept) {
        this.answers = answers;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.kept = kept;
    }

    @Override
    public Answered answer(Command command, Work work) {
        Instant now = clock.instant();
        String request = hash(command.caller().id(), command.key(), command.method(), command.path());
        String body = hash(command.body());
        return unitOfWork.inTransaction(() -> {
            Found found = answers.begin(request, now);
            StoredAnswer stored = found.answer();
            if (stored != null) {
                return replay(stored, body);
            }
            if (found.isUnderWay()) {
                throw inProgress();
            }
            Effect effect = work.run();
            Tenant tenant = command.caller().tenant();
            boolean isFirst = answers.add(new StoredAnswer(
                    request,
                    tenant == null ? null : tenant.id(),
                    effect.profile(),
                    body,
                    effect.replay(),
                    now,
                    now.plus(kept)));
            if (!isFirst) {
                throw inProgress();
            }
            return new Answered(effect.answer(), false);
        });
    }

    private static Answered replay(StoredAnswer stored, String body) {
        if (!stored.bodyHash().equals(body)) {
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

    /** The length before each part keeps two that meet elsewhere apart. */
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
