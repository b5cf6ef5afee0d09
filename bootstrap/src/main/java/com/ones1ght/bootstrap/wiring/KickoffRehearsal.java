package com.ones1ght.bootstrap.wiring;

import com.ones1ght.application.chat.KickOffRoundUseCase;
import com.ones1ght.application.chat.Requester;
import com.ones1ght.application.chat.RunAcceptance;
import com.ones1ght.application.shared.port.IdGenerator;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.chat.Chat;
import com.ones1ght.domain.chat.ChatId;
import com.ones1ght.domain.chat.Prompt;
import com.ones1ght.domain.dietary.DeclaredRestrictions;
import com.ones1ght.domain.profile.ProfileFacts;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * A kickoff by a tenant that does not exist, for a profile that does not: it takes the way of every kickoff, statements
 * and their groups included, and finds nobody to store a round for. So it leaves nothing in the database, nothing to undo,
 * and wakes no runner.
 */
@Dependent
class KickoffRehearsal {

    private static final Prompt PROMPT = new Prompt("오늘 저녁 뭐 먹을까?");
    private static final ProfileFacts FACTS = new ProfileFacts(
            "Kim", null, 34L, Language.KO, null, null, "{\"extra\":\"likes it hot\"}", DeclaredRestrictions.NONE);

    private final KickOffRoundUseCase kickOff;
    private final RunAcceptance acceptance;
    private final IdGenerator ids;
    private final InstantSource clock;

    @Inject
    KickoffRehearsal(KickOffRoundUseCase kickOff, RunAcceptance acceptance, IdGenerator ids, InstantSource clock) {
        this.kickOff = kickOff;
        this.acceptance = acceptance;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws IllegalStateException when somebody was found all the same */
    void run() {
        Instant now = clock.instant();
        ProfileId profile = new ProfileId(ids.next());
        ApiKey key = key(now);
        Chat chat = Chat.begun(new ChatId(ids.next()), profile, now);
        findNobody(() -> kickOff.kickOff(new KickOffRoundUseCase.Command(key, profile, PROMPT, null, null)));
        findNobody(() -> acceptance.first(new Requester(key, profile, FACTS), chat, PROMPT, now));
    }

    private static void findNobody(Runnable kickoff) {
        try {
            kickoff.run();
        } catch (NotFoundException expected) {
            return;
        }
        throw new IllegalStateException("A rehearsed kickoff was accepted");
    }

    private ApiKey key(Instant now) {
        Tenant nobody = new Tenant(new TenantId(ids.next()), "rehearsal", "Rehearsal", Language.KO, true);
        return new ApiKey(
                new ApiKeyId(ids.next()),
                nobody,
                new KeyLine(ids.next()),
                KeyType.CLIENT_SDK,
                "rehearsal",
                Set.of(Scope.CHAT),
                now,
                null,
                null);
    }
}
