package com.ones1ght.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefinementCapTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void eightRefinementsShouldBeAllowed(int soFar) {
        assertThatCode(() -> RefinementCap.check(soFar)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 100})
    void ninthRefinementShouldBeRefusedWithAWayOut(int soFar) {
        DomainException refusal = catchThrowableOfType(DomainException.class, () -> RefinementCap.check(soFar));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REFINEMENT_CAP_EXCEEDED);
        assertThat(refusal).hasMessageContaining("8").hasMessageContaining("new round");
    }
}
