package com.ones1ght.application.idempotency;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.access.Principal;
import com.ones1ght.application.access.Principal.KeyHolder;
import com.ones1ght.application.access.Principal.Operator;
import com.ones1ght.application.access.Principal.ProfileTokenHolder;
import com.ones1ght.application.access.Principal.TokenHolder;
import com.ones1ght.application.idempotency.Idempotency.Answered;
import com.ones1ght.application.idempotency.Idempotency.Effect;
import com.ones1ght.application.idempotency.Idempotency.Request;
import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.application.idempotency.port.Answers.StoredAnswer;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.profile.ProfileToken;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final Duration KEPT = Duration.ofHours(24);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final Tenant tenant = aTenant("one");
    private final Principal caller = aKeyOf(tenant);
    private final Idempotency idempotency = service(new InMemoryAnswers(storage.unitOfWork()));

    private Idempotency service(Answers answers) {
        return new Idempotency(answers, storage.unitOfWork(), clock, KEPT);
    }

    private static Tenant aTenant(String code) {
        return new Tenant(new TenantId(UUID.randomUUID()), code, "A retailer", Language.KO, true);
    }

    private static Principal aKeyOf(Tenant tenant) {
        return new KeyHolder(new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                tenant,
                new KeyLine(UUID.randomUUID()),
                KeyType.CLIENT_SDK,
                "osk_one",
                Set.of(Scope.PROFILE),
                NOW,
                null,
                null));
    }

    private static Principal aTokenOf(Principal key, ProfileId profile) {
        ApiKey issuer = ((KeyHolder) key).key();
        return new ProfileTokenHolder(
                issuer, ProfileToken.issue(issuer, profile, null, ProfileToken.DEFAULT_TERM, NOW));
    }

    @Test
    void anotherTokenOfTheProfileShouldGetTheAnswerAgainAndNobodyElse() {
        ProfileId profile = new ProfileId(UUID.randomUUID());
        Principal successor = aKeyOf(tenant);
        idempotency.answer(new Request(aTokenOf(caller, profile), "k", "POST", "/a", "{}"), this::work);

        for (Principal same : List.of(aTokenOf(caller, profile), aTokenOf(successor, profile))) {
            assertThat(idempotency.answer(new Request(same, "k", "POST", "/a", "{}"), this::work))
                    .isEqualTo(new Answered("answer 1", true));
        }
        for (Principal other : List.of(caller, successor, aTokenOf(caller, new ProfileId(UUID.randomUUID())))) {
            assertThat(idempotency
                            .answer(new Request(other, "k", "POST", "/a", "{}"), this::work)
                            .isReplayed())
                    .isFalse();
        }
    }

    private Request request(String key, String path, String body) {
        return new Request(caller, key, "POST", path, body);
    }

    private Effect work() {
        storage.unitOfWork().afterCommit(told::incrementAndGet);
        String answer = "answer " + done.incrementAndGet();
        return new Effect(answer, answer, new ProfileId(UUID.randomUUID()));
    }

    @Test
    void aSecretShouldBeToldOnce() {
        Effect withSecret = new Effect("secret", "no secret", null);

        assertThat(idempotency.answer(request("k", "/a", "{}"), () -> withSecret))
                .isEqualTo(new Answered("secret", false));
        assertThat(idempotency.answer(request("k", "/a", "{}"), this::work)).isEqualTo(new Answered("no secret", true));
    }

    @Test
    void theSameRequestAgainShouldHaveTheSameAnswerAndNoEffect() {
        Answered first = idempotency.answer(request("k", "/a", "{}"), this::work);
        Answered again = idempotency.answer(request("k", "/a", "{}"), this::work);

        assertThat(first).isEqualTo(new Answered("answer 1", false));
        assertThat(again).isEqualTo(new Answered("answer 1", true));
        assertThat(done).hasValue(1);
        assertThat(told).hasValue(1);
    }

    @Test
    void anotherKeyPathOrCredentialShouldBeAnotherRequest() {
        idempotency.answer(request("k", "/a", "{}"), this::work);

        assertThat(idempotency.answer(request("l", "/a", "{}"), this::work).isReplayed())
                .isFalse();
        assertThat(idempotency.answer(request("k", "/b", "{}"), this::work).isReplayed())
                .isFalse();
        assertThat(idempotency.answer(request("k/", "a", "{}"), this::work).isReplayed())
                .isFalse();
        Tenant another = aTenant("another");
        for (Principal other : List.of(
                aKeyOf(tenant),
                new TokenHolder(tenant, "ann"),
                new TokenHolder(tenant, "bob"),
                new TokenHolder(another, "ann"),
                new Operator())) {
            Request elsewhere = new Request(other, "k", "POST", "/a", "{}");
            assertThat(idempotency.answer(elsewhere, this::work).isReplayed())
                    .as(other.toString())
                    .isFalse();
            assertThat(idempotency.answer(elsewhere, this::work).isReplayed()).isTrue();
        }
    }

    @Test
    void anotherBodyShouldBeRefused() {
        idempotency.answer(request("k", "/a", "{}"), this::work);

        assertThat(codeOf(request("k", "/a", "{ }"))).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(done).hasValue(1);
    }

    @Test
    void whatFailsShouldNotBeRemembered() {
        assertThatThrownBy(() -> idempotency.answer(request("k", "/a", "{}"), () -> {
                    throw new DomainException(ErrorCode.INSUFFICIENT_CREDIT, "none left");
                }))
                .isInstanceOf(DomainException.class);

        assertThat(idempotency.answer(request("k", "/a", "{other}"), this::work))
                .isEqualTo(new Answered("answer 1", false));
    }

    @Test
    void anAnswerShouldBeForgottenInItsTime() {
        idempotency.answer(request("k", "/a", "{}"), this::work);
        clock.advance(KEPT);

        assertThat(idempotency.answer(request("k", "/a", "{}"), this::work)).isEqualTo(new Answered("answer 2", false));
    }

    @Test
    void whileTheFirstIsUnderWayTheSecondShouldBeToldSo() {
        Idempotency busy = service(new Answers() {
            @Override
            public Found begin(@Nullable TenantId tenant, String request, Instant now) {
                return new Found(null, true);
            }

            @Override
            public boolean add(StoredAnswer answer) {
                throw new AssertionError("nothing is done");
            }

            @Override
            public int removeExpired(Instant now) {
                return 0;
            }
        });

        DomainException refusal =
                catchThrowableOfType(DomainException.class, () -> busy.answer(request("k", "/a", "{}"), this::work));

        assertThat(refusal.code()).isEqualTo(ErrorCode.IDEMPOTENCY_IN_PROGRESS);
        assertThat(done).hasValue(0);
    }

    /** Other nodes, and earlier versions, may have stored the answer. */
    @Test
    void storedAnswersShouldBeFoundByTheNextVersion() {
        idempotency.answer(new Request(new Operator(), "k", "POST", "/v1/system/tenants", "{}"), this::work);

        StoredAnswer stored = storage.unitOfWork()
                .with(state -> List.copyOf(state.answers.values()))
                .get(0);
        assertThat(stored.request()).isEqualTo("c30b042f9e11ec8f5db7d753ca63920263f733deb8550abf05dc1d8fc4acbbd9");
        assertThat(stored.bodyHash()).isEqualTo("50690c8335f80a1d1c12cd33e133ffd4259dd5c6a7a7afa6ae91c32acd9645c8");
    }

    @Test
    void logsShouldShowNeitherKeyNorContent() {
        assertThat(request("the-key", "/a", "{secret}").toString())
                .contains("/a")
                .doesNotContain("the-key")
                .doesNotContain("secret");
    }

    private ErrorCode codeOf(Request request) {
        return catchThrowableOfType(DomainException.class, () -> idempotency.answer(request, this::work))
                .code();
    }
}
