package com.ones1ght.adapters.llm.cookbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KanaFormsTest {

    @Test
    void japaneseWordsShouldBeKnownInBothSyllabaries() {
        assertThat(KanaForms.of("えび")).contains("えび", "エビ");
        assertThat(KanaForms.of("牛肉")).containsExactly("牛肉");
    }
}
