package com.ones1ght.application.shared.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What every {@link UnitOfWork} does. */
public interface UnitOfWorkContract {

    StorageFixture fixture();

    private static Tenant aTenant() {
        TenantId id = new TenantId(UUID.randomUUID());
        return new Tenant(id, id.toString().replace("-", ""), "A retailer", Language.KO, true, null);
    }

    private void add(Tenant tenant) {
        fixture().run(() -> fixture().tenants().addIfAbsent(tenant, NOW));
    }

    private boolean isStored(Tenant tenant) {
        return fixture().tenants().byCode(tenant.code()).isPresent();
    }

    private void afterCommit(Runnable action) {
        fixture().unitOfWork().afterCommit(action);
    }

    private void fails(Runnable work) {
        assertThatThrownBy(() -> fixture().run(() -> {
                    work.run();
                    throw new IllegalStateException("for the test");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("for the test");
    }

    @Test
    default void theResultOfTheWorkIsReturned() {
        assertThat(fixture().inTransaction(() -> fixture().inTransaction(() -> "result")))
                .isEqualTo("result");
    }

    @Test
    default void workInsideOfOtherWorkJoinsItsTransaction() {
        Tenant tenant = aTenant();

        boolean isStoredForOthers = fixture().inTransaction(() -> {
            add(tenant);
            assertThat(isStored(tenant)).as("in the transaction").isTrue();
            return isStoredForOthers(tenant);
        });

        assertThat(isStoredForOthers).as("before the outer commit").isFalse();
        assertThat(isStored(tenant)).isTrue();
    }

    /** By another thread, which waits for the transaction where the storage takes one at a time. */
    private boolean isStoredForOthers(Tenant tenant) {
        return runsTransactionsSideBySide()
                && CompletableFuture.supplyAsync(() -> isStored(tenant)).join();
    }

    /** Whether two threads can be in transactions at the same time. */
    default boolean runsTransactionsSideBySide() {
        return true;
    }

    @Test
    default void aRollbackTakesTheWorkThatJoinedAlong() {
        Tenant inner = aTenant();
        Tenant outer = aTenant();

        fails(() -> {
            add(outer);
            add(inner);
        });

        assertThat(isStored(inner)).isFalse();
        assertThat(isStored(outer)).isFalse();
    }

    @Test
    default void aFailureOfTheWorkThatJoinedRollsBackAll() {
        Tenant outer = aTenant();

        assertThatThrownBy(() -> fixture().run(() -> {
                    add(outer);
                    fails(() -> add(aTenant()));
                    throw new IllegalStateException("passed on");
                }))
                .hasMessage("passed on");

        assertThat(isStored(outer)).isFalse();
    }

    @Test
    default void actionsRunAfterTheOutermostCommitInTheirOrder() {
        List<String> done = new ArrayList<>();
        Tenant tenant = aTenant();

        fixture().run(() -> {
            afterCommit(() -> done.add("first, stored: " + isStored(tenant)));
            fixture().run(() -> {
                fixture().tenants().addIfAbsent(tenant, NOW);
                afterCommit(() -> done.add("second"));
            });
            afterCommit(() -> done.add("third"));
            done.add("work");
        });

        assertThat(done).containsExactly("work", "first, stored: true", "second", "third");
    }

    @Test
    default void actionsAreOutsideOfTheTransactionAndMayHaveTheirOwn() {
        Tenant tenant = aTenant();
        List<String> done = new ArrayList<>();

        fixture()
                .run(() -> afterCommit(() -> {
                    fails(() -> afterCommit(() -> done.add("dropped")));
                    fixture().run(() -> {
                        fixture().tenants().addIfAbsent(tenant, NOW);
                        afterCommit(() -> done.add("own"));
                    });
                    afterCommit(() -> done.add("immediately"));
                    done.add("last");
                }));

        assertThat(done).containsExactly("own", "immediately", "last");
        assertThat(isStored(tenant)).isTrue();
    }

    @Test
    default void actionsOfARolledBackTransactionAreDropped() {
        List<String> done = new ArrayList<>();

        fails(() -> {
            afterCommit(() -> done.add("outer"));
            fixture().run(() -> afterCommit(() -> done.add("inner")));
        });
        fixture().run(() -> afterCommit(() -> done.add("next")));

        assertThat(done).containsExactly("next");
    }

    @Test
    default void outsideOfATransactionAnActionRunsImmediately() {
        List<String> done = new ArrayList<>();

        afterCommit(() -> done.add("action"));

        assertThat(done).containsExactly("action");
    }

    @Test
    default void aFailingActionChangesNothing() {
        Tenant tenant = aTenant();
        List<String> done = new ArrayList<>();

        fixture().run(() -> {
            fixture().tenants().addIfAbsent(tenant, NOW);
            afterCommit(() -> {
                throw new IllegalStateException("for the test");
            });
            afterCommit(() -> done.add("next"));
        });
        afterCommit(() -> {
            throw new IllegalStateException("for the test");
        });

        assertThat(isStored(tenant)).isTrue();
        assertThat(done).containsExactly("next");
    }
}
