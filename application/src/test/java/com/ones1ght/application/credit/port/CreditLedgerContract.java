package com.ones1ght.application.credit.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.application.credit.LedgerPage;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.Charge;
import com.ones1ght.domain.credit.LedgerEntry;
import com.ones1ght.domain.credit.LedgerEntry.Kind;
import com.ones1ght.domain.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link CreditLedger} does. */
public interface CreditLedgerContract {

    StorageFixture fixture();

    private static RoundId aRound() {
        return new RoundId(UUID.randomUUID());
    }

    private static boolean charge(StorageFixture storage, TenantId tenant, RoundId round, int run, long cost) {
        return storage.inTransaction(() -> storage.credits().charge(tenant, new Charge(round, run, cost), NOW));
    }

    private static boolean refund(StorageFixture storage, TenantId tenant, RoundId round, int run) {
        return storage.inTransaction(() -> storage.credits().refund(tenant, round, run, NOW));
    }

    @Test
    default void aNewTenantHasNothing() {
        StorageFixture storage = fixture();

        assertThat(storage.credits().balance(storage.aTenant().id())).isZero();
    }

    @Test
    default void aTenantWithoutAnAccountHasNothingAndCannotBeCharged() {
        StorageFixture storage = fixture();
        TenantId nobody = new TenantId(UUID.randomUUID());

        assertThat(storage.credits().balance(nobody)).isZero();
        assertThat(charge(storage, nobody, aRound(), 0, 1)).isFalse();
    }

    @Test
    default void grantsAddUp() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenantWithCredits(3).id();

        storage.run(() -> storage.credits().grant(tenant, 4, "more", NOW));

        assertThat(storage.credits().balance(tenant)).isEqualTo(7);
    }

    @Test
    default void aChargeTakesItsCostDownToZero() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenantWithCredits(3).id();

        assertThat(charge(storage, tenant, aRound(), 0, 3)).isTrue();

        assertThat(storage.credits().balance(tenant)).isZero();
    }

    @Test
    default void aChargeAboveTheBalanceIsRefusedAndChangesNothing() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenantWithCredits(2).id();
        RoundId round = aRound();

        assertThat(charge(storage, tenant, round, 0, 3)).isFalse();

        assertThat(storage.credits().balance(tenant)).isEqualTo(2);
        assertThat(refund(storage, tenant, round, 0)).isFalse();
    }

    @Test
    default void theChargeDecidesWhatIsTakenRefusedAndBooked() {
        StorageFixture storage = fixture();
        for (long balance = 1; balance <= 3; balance++) {
            for (long credits = 1; credits <= 3; credits++) {
                TenantId tenant = storage.aTenantWithCredits(balance).id();
                Charge charge = new Charge(aRound(), 0, credits);

                assertThat(storage.inTransaction(() -> storage.credits().charge(tenant, charge, NOW)))
                        .isEqualTo(charge.isCoveredBy(balance));

                LedgerEntry latest = storage.credits()
                        .page(tenant, new PageRequest(0, 1, PageRequest.Order.DESC))
                        .items()
                        .get(0);
                if (charge.isCoveredBy(balance)) {
                    assertThat(latest).isEqualTo(charge.entry(balance, NOW));
                } else {
                    assertThat(latest.kind()).isEqualTo(Kind.GRANT);
                }
                assertThat(storage.credits().balance(tenant)).isEqualTo(latest.balanceAfter());
            }
        }
    }

    @Test
    default void aChargeIsUndoneWithItsTransaction() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenantWithCredits(2).id();

        assertThatThrownBy(() -> storage.run(() -> {
                    storage.credits().charge(tenant, new Charge(aRound(), 0, 1), NOW);
                    throw new IllegalStateException("the work fails");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the work fails");

        assertThat(storage.credits().balance(tenant)).isEqualTo(2);
    }

    @Test
    default void aRefundGivesBackWhatTheRunCostOnce() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenantWithCredits(10).id();
        RoundId round = aRound();
        charge(storage, tenant, round, 0, 3);

        assertThat(refund(storage, tenant, round, 0)).isTrue();
        assertThat(refund(storage, tenant, round, 0)).isFalse();

        assertThat(storage.credits().balance(tenant)).isEqualTo(10);
    }

    @Test
    default void aRefundConcernsItsOwnRunAlone() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenantWithCredits(10).id();
        RoundId round = aRound();
        charge(storage, tenant, round, 0, 1);
        charge(storage, tenant, round, 1, 2);

        assertThat(refund(storage, tenant, round, 1)).isTrue();

        assertThat(storage.credits().balance(tenant)).isEqualTo(9);
        assertThat(refund(storage, tenant, aRound(), 0)).isFalse();
    }

    @Test
    default void aRefundIsOnlyForTheTenantThatPaid() {
        StorageFixture storage = fixture();
        TenantId payer = storage.aTenantWithCredits(10).id();
        TenantId other = storage.aTenantWithCredits(10).id();
        RoundId round = aRound();
        charge(storage, payer, round, 0, 1);

        assertThat(refund(storage, other, round, 0)).isFalse();

        assertThat(storage.credits().balance(other)).isEqualTo(10);
    }

    @Test
    default void ofManyRefundsAtOnceOneIsMade() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenantWithCredits(10).id();
        RoundId round = aRound();
        charge(storage, tenant, round, 0, 4);

        List<Boolean> refunded = AtOnce.on(8, i -> refund(storage, tenant, round, 0));

        assertThat(refunded).containsOnlyOnce(true);
        assertThat(storage.credits().balance(tenant)).isEqualTo(10);
    }

    @Test
    default void chargesAtOnceNeverTakeMoreThanThereIs() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenantWithCredits(20).id();

        List<Boolean> charged = AtOnce.on(32, i -> charge(storage, tenant, aRound(), 0, 1));

        assertThat(charged.stream().filter(taken -> taken)).hasSize(20);
        assertThat(storage.credits().balance(tenant)).isZero();
    }

    @Test
    default void creditsAreGivenAndTakenByHandButNeverBelowZero() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenantWithCredits(3).id();

        assertThat(storage.inTransaction(() -> storage.credits().adjust(tenant, 4, "bought", NOW)))
                .hasValue(7);
        assertThat(storage.inTransaction(() -> storage.credits().adjust(tenant, -7, "sold", NOW)))
                .hasValue(0);
        assertThat(storage.inTransaction(() -> storage.credits().adjust(tenant, -1, "more", NOW)))
                .isEmpty();

        assertThat(storage.credits().balance(tenant)).isZero();
    }

    @Test
    default void theLedgerTellsEveryChangeInItsOrder() {
        StorageFixture storage = fixture();
        TenantId tenant = storage.aTenantWithCredits(3).id();
        RoundId round = aRound();
        charge(storage, tenant, round, 0, 2);
        refund(storage, tenant, round, 0);
        storage.run(() -> storage.credits().adjust(tenant, -1, "taken", NOW));
        storage.aTenantWithCredits(9);

        LedgerPage page = storage.credits().page(tenant, new PageRequest(0, 10, PageRequest.Order.ASC));

        assertThat(page.total()).isEqualTo(4);
        assertThat(page.items())
                .containsExactly(
                        new LedgerEntry(Kind.GRANT, 3, 3, "for a test", null, NOW),
                        new LedgerEntry(Kind.CHARGE, -2, 1, "run", round, NOW),
                        new LedgerEntry(Kind.REFUND, 2, 3, "run", round, NOW),
                        new LedgerEntry(Kind.WITHDRAWAL, -1, 2, "taken", null, NOW));
        assertThat(storage.credits()
                        .page(tenant, new PageRequest(1, 3, PageRequest.Order.DESC))
                        .items())
                .containsExactly(page.items().get(0));
        LedgerPage none = storage.credits().page(tenant, new PageRequest(7, 3, PageRequest.Order.DESC));
        assertThat(none.items()).isEmpty();
        assertThat(none.total()).isEqualTo(4);
    }
}
