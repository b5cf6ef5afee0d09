package com.ones1ght.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyHashTest {

    @Test
    void hashShouldBeTheSha256OfTheCharacters() {
        // FIPS 180-4, example B.1
        assertThat(KeyHash.of("abc").hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void keysThatDifferInCaseShouldDifferInHash() {
        assertThat(KeyHash.of("osk_two_ab")).isNotEqualTo(KeyHash.of("osk_two_aB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"})
    void anythingButTheDigitsOfAHashShouldBeRefused(String hex) {
        assertThatThrownBy(() -> new KeyHash(hex)).hasMessageContaining("key hash");
    }
}
