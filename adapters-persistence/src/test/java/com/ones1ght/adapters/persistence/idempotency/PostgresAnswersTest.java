package com.ones1ght.adapters.persistence.idempotency;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.adapters.persistence.shared.PostgresStorage;
import com.ones1ght.adapters.persistence.shared.TestDatabase;
import com.ones1ght.application.idempotency.port.Answers;
import com.ones1ght.application.idempotency.port.Answers.Found;
import com.ones1ght.application.idempotency.port.AnswersContract;
import com.ones1ght.application.shared.port.StorageFixture;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PostgresAnswersTest implements AnswersContract {

    private final StorageFixture storage = new PostgresStorage();
    private final SqlAnswers answers = new SqlAnswers(TestDatabase.shared().sql());

    @Override
    public StorageFixture fixture() {
        return storage;
    }

    @Override
    public Answers answers() {
        return answers;
    }

    @Test
    void requestClaimedByAnotherTransactionShouldBeUnderWayWithoutWaiting() {
        String request = UUID.randomUUID().toString();

        Found meanwhile = storage.inTransaction(() -> {
            assertThat(answers.begin(null, request, NOW).isUnderWay()).isFalse();
            return CompletableFuture.supplyAsync(() -> storage.inTransaction(() -> answers.begin(null, request, NOW)))
                    .join();
        });

        assertThat(meanwhile).isEqualTo(new Found(null, true));
        assertThat(storage.inTransaction(() -> answers.begin(null, request, NOW))
                        .isUnderWay())
                .isFalse();
    }
}
