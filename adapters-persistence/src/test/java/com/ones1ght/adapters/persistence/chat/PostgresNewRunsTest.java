package com.ones1ght.adapters.persistence.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.chat.port.NewRuns.Beginning;
import com.ones1ght.application.chat.port.NewRunsContract;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.domain.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresNewRunsTest implements NewRunsContract {

    private final PostgresStorage storage = PostgresStorage.withEmptyQueue();
    private final TestDatabase database = TestDatabase.shared();

    @Override
    public StorageFixture fixture() {
        return storage;
    }

    private Supplier<Optional<Beginning>> kickoff(Profile profile) {
        Kickoff kickoff = Kickoff.of(profile, 1);
        return () -> kickoff.begin(storage);
    }

    @Test
    void kickoffsThatWaitedForTheFirstShouldBeStoredByOneStatement() {
        Profile first = storage.aProfile();
        Profile second = storage.aProfile();
        List<Supplier<Optional<Beginning>>> kickoffs =
                List.of(kickoff(first), kickoff(second), kickoff(first), kickoff(second), kickoff(first));

        int statements = database.statementsOf(
                () -> assertThat(storage.inFlightTogether(kickoffs)).containsOnly(Optional.of(Beginning.BEGUN)));

        assertThat(statements).isEqualTo(2);
    }

    @Test
    void kickoffsThatTheBalanceCoversShouldBeStoredTogetherAndTheOthersBeRefusedAlone() {
        Profile first = storage.aProfile();
        Profile poor = storage.aProfileOf(
                storage.anotherLineOf(storage.aTenantWithCredits(2).id()));
        List<Supplier<Optional<Beginning>>> kickoffs =
                List.of(kickoff(first), kickoff(poor), kickoff(poor), kickoff(poor), kickoff(first));

        int statements = database.statementsOf(() -> assertThat(storage.inFlightTogether(kickoffs))
                .containsOnlyOnce(Optional.of(Beginning.NOT_ENOUGH_CREDIT)));

        assertThat(statements).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT FROM tenant_credit WHERE tenant_id = :profile.owner.tenant FOR UPDATE",
                "SELECT FROM profile WHERE id = :profile.id AND tenant_id = :profile.owner.tenant FOR UPDATE"
            })
    void lockedRowShouldHoldUpOnlyThoseThatNeedIt(String lock) throws Exception {
        Profile locked = storage.aProfile();
        Profile free = storage.aProfile();
        CountDownLatch isLocked = new CountDownLatch(1);
        CountDownLatch areOthersAnswered = new CountDownLatch(3);
        CompletableFuture<Boolean> lockUntilOthersAreAnswered =
                CompletableFuture.supplyAsync(() -> database.inTransaction(() -> {
                    database.sql().statement(lock).bind("profile", locked).exists();
                    isLocked.countDown();
                    return isReached(areOthersAnswered);
                }));
        assertThat(isReached(isLocked)).isTrue();
        Supplier<Optional<Beginning>> other = () -> {
            Optional<Beginning> answer = kickoff(free).get();
            areOthersAnswered.countDown();
            return answer;
        };

        List<Optional<Beginning>> answers =
                storage.inFlightTogether(List.of(other, kickoff(locked), other, kickoff(locked), other));

        assertThat(lockUntilOthersAreAnswered.get()).isTrue();
        assertThat(answers).containsOnly(Optional.of(Beginning.BEGUN));
        assertThat(storage.credits().balance(locked.owner().tenant())).isEqualTo(8);
        assertThat(storage.credits().balance(free.owner().tenant())).isEqualTo(7);
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
