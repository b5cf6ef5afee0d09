package com.ones1ght.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.chat.RoundId;
import com.ones1ght.domain.shared.ErrorCode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargeRuleTest {

    private static final RoundId ROUND = new RoundId(new UUID(1, 1));

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void runShouldCostSomething(long credits) {
        assertThatThrownBy(() -> new ChargeRule(credits)).hasMessageContaining("creditsPerRun");
        assertThatThrownBy(() -> new Charge(ROUND, 0, credits)).hasMessageContaining("credits");
    }

    @ParameterizedTest
    @CsvSource({"1, 0, false", "1, 1, true", "3, 2, false", "3, 3, true", "3, 4, true"})
    void balanceShouldCoverTheWholeCharge(long credits, long balance, boolean expected) {
        assertThat(new Charge(ROUND, 0, credits).isCoveredBy(balance)).isEqualTo(expected);
    }

    @Test
    void entryShouldDebitTheBalanceByTheCharge() {
        assertThat(new Charge(ROUND, 2, 3).entry(10, Instant.EPOCH))
                .isEqualTo(new LedgerEntry(LedgerEntry.Kind.CHARGE, -3, 7, "run", ROUND, Instant.EPOCH));
    }

    @Test
    void entryShouldNeverOverdrawTheBalance() {
        assertThatThrownBy(() -> new Charge(ROUND, 0, 3).entry(2, Instant.EPOCH))
                .hasMessageContaining("balanceAfter");
    }

    @Test
    void refusalShouldHaveItsCode() {
        assertThat(Charge.refusal().code()).isEqualTo(ErrorCode.INSUFFICIENT_CREDIT);
    }
}
