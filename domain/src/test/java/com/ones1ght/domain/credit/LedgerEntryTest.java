package com.ones1ght.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.credit.LedgerEntry.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerEntryTest {

    private static final RoundId ROUND = new RoundId(new UUID(1, 1));

    private static LedgerEntry entry(Kind kind, long amount, long balance, @Nullable RoundId round) {
        return new LedgerEntry(kind, amount, balance, "note", round, Instant.EPOCH);
    }

    @ParameterizedTest
    @EnumSource
    void amountShouldHaveTheSignOfItsKind(Kind kind) {
        RoundId round = kind.isOfRun() ? ROUND : null;
        long right = kind.isDebit() ? -1 : 1;

        assertThatCode(() -> entry(kind, right, 0, round)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> entry(kind, -right, 0, round));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(kind, 0, 0, round));
    }

    @ParameterizedTest
    @EnumSource
    void onlyRunsShouldHaveARound(Kind kind) {
        RoundId wrong = kind.isOfRun() ? null : ROUND;

        assertThatIllegalArgumentException().isThrownBy(() -> entry(kind, kind.isDebit() ? -1 : 1, 0, wrong));
    }

    @Test
    void balanceShouldNeverBeBelowZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Kind.WITHDRAWAL, -1, -1, null));
    }

    @Test
    void changesByTheOperatorShouldBeGrantsOrWithdrawals() {
        assertThat(Kind.ofOperator(1)).isEqualTo(Kind.GRANT);
        assertThat(Kind.ofOperator(-1)).isEqualTo(Kind.WITHDRAWAL);
    }
}
