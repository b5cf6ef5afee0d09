package com.ones1ght.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.shared.Language;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "two", "shop24", "abcdefghijklmnopqrstuvwxyz012345"})
    void codeShouldBeOfLowerCaseLettersAndDigits(String code) {
        assertThat(aTenant(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Two", "a_b", "a-b", "가게", "abcdefghijklmnopqrstuvwxyz0123456"})
    void anyOtherCodeShouldBeRefused(String code) {
        assertThatThrownBy(() -> aTenant(code)).hasMessageContaining("code");
    }

    private static Tenant aTenant(String code) {
        return new Tenant(new TenantId(new UUID(0, 1)), code, "Two", Language.KO, true);
    }
}
