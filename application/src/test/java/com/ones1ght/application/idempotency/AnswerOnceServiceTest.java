package com.ones1ght.application.idempotency;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.access.Principal;
import com.ones1ght.application.access.Principal.KeyHolder;
import com.ones1ght.application.access.Principal.Operator;
import com.ones1ght.application.access.Principal.TokenHolder;
import com.ones1ght.application.idempotency.AnswerOnceUseCase.Answered;
import com.ones1ght.application.idempotency.AnswerOnceUseCase.Command;
import com.ones1ght.application.idempotency.AnswerOnceUseCase.Effect;
import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerOnceServiceTest {

    private static final Duration KEPT = Duration.ofHours(24);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final Tenant tenant = aTenant("one");
    private final Principal caller = aKeyOf(tenant);
    private final AnswerOnceService once = service(new InMemoryAnswers(storage.unitOfWork()));

    private AnswerOnceService service(Answers answers) {
        return new AnswerOnceService(answers, storage.unitOfWork(), clock, KEPT);
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

    private Command command(String key, String path, String body) {
        return new Command(caller, key, "POST", path, body);
    }

    private Effect work() {
        storage.unitOfWork().afterCommit(told::incrementAndGet);
        String answer = "answer " + done.incrementAndGet();
        return new Effect(answer, answer, new ProfileId(UUID.randomUUID()));
    }

    @Test
    void aSecretShouldBeToldOnce() {
        Effect withSecret = new Effect("secret", "no secret", null);

        assertThat(once.answer(command("k", "/a", "{}"), () -> withSecret)).isEqualTo(new Answered("secret", false));
        assertThat(once.answer(command("k", "/a", "{}"), this::work)).isEqualTo(new Answered("no secret", true));
    }

    @Test
    void theSameRequestAgainShouldHaveTheSameAnswerAndNoEffect() {
        Answered first = once.answer(command("k", "/a", "{}"), this::work);
        Answered again = once.answer(command("k", "/a", "{}"), this::work);

        assertThat(first).isEqualTo(new Answered("answer 1", false));
        assertThat(again).isEqualTo(new Answered("answer 1", true));
        assertThat(done).hasValue(1);
        assertThat(told).hasValue(1);
    }

    @Test
    void anotherKeyPathOrCredentialShouldBeAnotherRequest() {
        once.answer(command("k", "/a", "{}"), this::work);

        assertThat(once.answer(command("l", "/a", "{}"), this::work).isReplayed())
                .isFalse();
        assertThat(once.answer(command("k", "/b", "{}"), this::work).isReplayed())
                .isFalse();
        assertThat(once.answer(command("k/", "a", "{}"), this::work).isReplayed())
                .isFalse();
        Tenant another = aTenant("another");
        for (Principal other : List.of(
                aKeyOf(tenant),
                new TokenHolder(tenant, "ann"),
                new TokenHolder(tenant, "bob"),
                new TokenHolder(another, "ann"),
                new Operator())) {
            Command elsewhere = new Command(other, "k", "POST", "/a", "{}");
            assertThat(once.answer(elsewhere, this::work).isReplayed())
                    .as(other.toString())
                    .isFalse();
            assertThat(once.answer(elsewhere, this::work).isReplayed()).isTrue();
        }
    }

    @Test
    void anotherBodyShouldBeRefused() {
        once.answer(command("k", "/a", "{}"), this::work);

        assertThat(codeOf(command("k", "/a", "{ }"))).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(done).hasValue(1);
    }

    @Test
    void whatFailsShouldNotBeRemembered() {
        assertThatThrownBy(() -> once.answer(command("k", "/a", "{}"), () -> {
                    throw new DomainException(ErrorCode.INSUFFICIENT_CREDIT, "none left");
                }))
                .isInstanceOf(DomainException.class);

        assertThat(once.answer(command("k", "/a", "{other}"), this::work)).isEqualTo(new Answered("answer 1", false));
    }

    @Test
    void anAnswerShouldBeForgottenInItsTime() {
        once.answer(command("k", "/a", "{}"), this::work);
        clock.advance(KEPT);

        assertThat(once.answer(command("k", "/a", "{}"), this::work)).isEqualTo(new Answered("answer 2", false));
    }

    @Test
    void whileTheFirstIsUnderWayTheSecondShouldBeToldSo() {
        AnswerOnceService busy = service(new Answers() {
            @Override
            public Found begin(String request, Instant now) {
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
                catchThrowableOfType(DomainException.class, () -> busy.answer(command("k", "/a", "{}"), this::work));

        assertThat(refusal.code()).isEqualTo(ErrorCode.IDEMPOTENCY_IN_PROGRESS);
        assertThat(done).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\u00e9", "a\tb"})
    void aKeyOfAnotherFormShouldBeRefused(String key) {
        assertThatThrownBy(() -> command(key, "/a", "{}")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> command("k".repeat(256), "/a", "{}")).isInstanceOf(InvalidRequestException.class);
        assertThat(command("k".repeat(255), "/a", "{}").toString()).doesNotContain("kkk");
    }

    private ErrorCode codeOf(Command command) {
        return catchThrowableOfType(DomainException.class, () -> once.answer(command, this::work))
                .code();
    }
}
