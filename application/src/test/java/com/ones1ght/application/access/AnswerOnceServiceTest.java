package com.ones1ght.application.access;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.access.AnswerOnceUseCase.Answered;
import com.ones1ght.application.access.AnswerOnceUseCase.Command;
import com.ones1ght.application.access.AnswerOnceUseCase.Effect;
import com.ones1ght.application.access.port.Answers;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.TenantId;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.InvalidRequestException;
import java.time.Duration;
import java.time.Instant;
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
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final ApiKeyId credential = new ApiKeyId(UUID.randomUUID());
    private final AnswerOnceService once = service(new InMemoryAnswers(storage.unitOfWork()));

    private AnswerOnceService service(Answers answers) {
        return new AnswerOnceService(answers, storage.unitOfWork(), told::incrementAndGet, clock, KEPT);
    }

    private Command command(String key, String path, String body) {
        return new Command(tenant, credential, key, "POST", path, body);
    }

    private Effect work() {
        return new Effect("answer " + done.incrementAndGet(), new ProfileId(UUID.randomUUID()));
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
        Command elsewhere = new Command(tenant, new ApiKeyId(UUID.randomUUID()), "k", "POST", "/a", "{}");
        assertThat(once.answer(elsewhere, this::work).isReplayed()).isFalse();
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
