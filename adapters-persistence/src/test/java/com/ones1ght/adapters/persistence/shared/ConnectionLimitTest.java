package com.ones1ght.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.ones1ght.application.shared.port.StorageUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConnectionLimitTest {

    @Test
    void callerShouldWaitForAConnectionThatBecomesFree() {
        ConnectionLimit limit = new ConnectionLimit(2);
        limit.acquire();
        limit.acquire();

        CompletableFuture<Void> third = CompletableFuture.runAsync(limit::acquire);
        await().until(() -> limit.waiting() == 1);
        assertThat(third).isNotDone();
        limit.release();

        await().until(third::isDone);
        assertThat(third).isCompleted();
        assertThat(limit.inUse()).isEqualTo(2);
    }

    @Test
    void callerShouldBeRefusedWhenNoConnectionBecomesFree() {
        ConnectionLimit limit = new ConnectionLimit(1, Duration.ofMillis(10));
        limit.acquire();

        assertThatThrownBy(limit::acquire)
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageContaining("all 1 connections are in use");
        assertThat(limit.inUse()).isEqualTo(1);
    }

    @Test
    void interruptedCallerShouldNotWait() {
        ConnectionLimit limit = new ConnectionLimit(1);
        limit.acquire();
        Thread.currentThread().interrupt();

        assertThatThrownBy(limit::acquire).isInstanceOf(StorageUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void transactionsAndStatementsShouldGiveTheirConnectionBack() {
        ConnectionLimit limit = new ConnectionLimit(1, Duration.ofMillis(10));
        TestDatabase database = TestDatabase.shared();
        Sql sql = database.sql(limit);

        for (int i = 0; i < 3; i++) {
            int one = sql.statement("SELECT 1 AS one").single(row -> row.integer("one"));
            assertThat(one).isEqualTo(1);
            assertThatThrownBy(() -> sql.statement("SELECT nothing").exists()).isInstanceOf(RuntimeException.class);
        }

        assertThat(limit.inUse()).isZero();
    }
}
