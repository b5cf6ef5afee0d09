package com.ones1ght.application.idempotency.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.idempotency.port.Answers.Found;
import com.ones1ght.application.idempotency.port.Answers.StoredAnswer;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Answers} does. */
public interface AnswersContract {

    StorageFixture fixture();

    Answers answers();

    private StoredAnswer anAnswer(String request, Duration kept) {
        return new StoredAnswer(
                request,
                fixture().aTenant().id(),
                new ProfileId(UUID.randomUUID()),
                "body-hash",
                "{\"success\":true}",
                NOW,
                NOW.plus(kept));
    }

    /** To the same request, and so of the same tenant. */
    private static StoredAnswer anotherAnswerTo(StoredAnswer first, Duration kept) {
        return new StoredAnswer(
                first.request(),
                first.tenant(),
                first.profile(),
                "another-hash",
                first.answer(),
                first.createdAt(),
                NOW.plus(kept));
    }

    private boolean add(StoredAnswer answer) {
        return fixture().inTransaction(() -> answers().add(answer));
    }

    private Found begin(StoredAnswer answer, Duration later) {
        return fixture().inTransaction(() -> answers().begin(answer.tenant(), answer.request(), NOW.plus(later)));
    }

    private static String aRequest() {
        return UUID.randomUUID().toString();
    }

    @Test
    default void anUnknownRequestHasNoAnswerAndIsNotUnderWay() {
        assertThat(begin(anAnswer(aRequest(), Duration.ZERO), Duration.ZERO)).isEqualTo(new Found(null, false));
    }

    @Test
    default void anAnswerIsFoundAsItWasGivenUntilItsTimeIsOver() {
        StoredAnswer answer = anAnswer(aRequest(), Duration.ofHours(1));

        assertThat(add(answer)).isTrue();

        assertThat(begin(answer, Duration.ofHours(1).minusMillis(1)).answer()).isEqualTo(answer);
        assertThat(begin(answer, Duration.ofHours(1)).answer()).isNull();
    }

    @Test
    default void answersOfAdminsHaveNoShopperAndTheOperatorsNoTenant() {
        StoredAnswer admins = new StoredAnswer(
                aRequest(), fixture().aTenant().id(), null, "body-hash", "{}", NOW, NOW.plusSeconds(60));
        StoredAnswer operators = new StoredAnswer(aRequest(), null, null, "body-hash", "{}", NOW, NOW.plusSeconds(60));

        assertThat(add(admins)).isTrue();
        assertThat(add(operators)).isTrue();

        assertThat(begin(admins, Duration.ZERO).answer()).isEqualTo(admins);
        assertThat(begin(operators, Duration.ZERO).answer()).isEqualTo(operators);
    }

    @Test
    default void aSecondAnswerIsRefusedWhileTheFirstIsKept() {
        StoredAnswer first = anAnswer(aRequest(), Duration.ofHours(1));
        add(first);

        assertThat(add(anotherAnswerTo(first, Duration.ofHours(2)))).isFalse();

        assertThat(begin(first, Duration.ZERO).answer()).isEqualTo(first);
    }

    @Test
    default void anAnswerTakesThePlaceOfOneThatIsNotKeptAnyMore() {
        StoredAnswer old = anAnswer(aRequest(), Duration.ZERO);
        add(old);
        StoredAnswer next = anotherAnswerTo(old, Duration.ofHours(1));

        assertThat(add(next)).isTrue();

        assertThat(begin(old, Duration.ZERO).answer()).isEqualTo(next);
    }

    @Test
    default void whatIsNotKeptAnyMoreIsRemovedAndNothingElse() {
        StoredAnswer old = anAnswer(aRequest(), Duration.ofSeconds(1));
        StoredAnswer kept = anAnswer(aRequest(), Duration.ofHours(1));
        add(old);
        add(kept);

        assertThat(fixture().inTransaction(() -> answers().removeExpired(NOW.plusSeconds(1))))
                .isPositive();

        assertThat(begin(old, Duration.ofSeconds(-1)).answer()).isNull();
        assertThat(begin(kept, Duration.ZERO).answer()).isEqualTo(kept);
    }

    @Test
    default void anAnswerOfATransactionThatFailedIsNone() {
        StoredAnswer answer = anAnswer(aRequest(), Duration.ofHours(1));
        try {
            fixture().run(() -> {
                answers().add(answer);
                throw new IllegalStateException("for the test");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("for the test");
        }

        assertThat(begin(answer, Duration.ZERO).answer()).isNull();
    }
}
