package com.ones1ght.domain.chat;

import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import java.time.Instant;
import java.util.UUID;

/** Rounds by how far they are. */
final class Rounds {
    static final Instant NOON = Instant.parse("2026-04-29T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(7);
    static final ProfileId PROFILE = new ProfileId(UUID.fromString("01900000-0000-7000-8000-000000000001"));
    static final ChatId CHAT = new ChatId(UUID.fromString("01900000-0000-7000-8000-000000000002"));
    static final RoundId ROUND = new RoundId(UUID.fromString("01900000-0000-7000-8000-000000000003"));
    static final Prompt DINNER = new Prompt("오늘 저녁 뭐 먹지?");
    static final RunFailure TIMEOUT =
            new RunFailure.StepFailed(PipelineStep.MEAL_SUGGEST, RunFailure.Cause.UPSTREAM_TIMEOUT);

    private Rounds() {}

    static Round justAccepted() {
        return Round.created(ROUND, CHAT, 1, DINNER, Language.KO, NOON);
    }

    static Round withSteps(int done) {
        return justAccepted().absorb(Snapshots.withSteps(done), NOON);
    }

    static Round failedAfter(int done) {
        return withSteps(done).fail(TIMEOUT, NOON);
    }

    static Round refined(int times) {
        Round round = withSteps(2);
        for (int i = 0; i < times; i++) {
            round = round.refined(new Prompt("다른 거 " + i), Language.KO, NOON).absorb(Snapshots.withSteps(2), NOON);
        }
        return round;
    }

    static Chat chatWith(Round last) {
        return new Chat(CHAT, PROFILE, last, NOON);
    }

    static RoundId aRoundId(int n) {
        return new RoundId(new UUID(0x0190000000007000L, 0x8000000000000000L + 100 + n));
    }
}
