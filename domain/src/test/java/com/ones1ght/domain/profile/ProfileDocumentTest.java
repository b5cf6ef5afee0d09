package com.ones1ght.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileDocumentTest {

    @Test
    void objectShouldBeKeptAsItCame() {
        assertThat(new ProfileDocument("{ \"a\" : 1.0 }").json()).isEqualTo("{ \"a\" : 1.0 }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "\"name\"", "1", "null"})
    void anythingElseShouldBeRefused(String json) {
        assertThatThrownBy(() -> new ProfileDocument(json)).hasMessageContaining("profile");
    }
}
