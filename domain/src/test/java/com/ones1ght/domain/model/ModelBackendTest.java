package com.ones1ght.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.shared.InvalidRequestException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBackendTest {

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "llm-demo", "a", "4", "-", "abcdefghijklmnopqrstuvwxyz-12345"})
    void validNameShouldBeAccepted(String name) {
        assertThat(new ModelBackend(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Soup",
                "LLM_DEMO",
                "soup ",
                "so.up",
                "../soup",
                "수프",
                "soup\n",
                "٣",
                "abcdefghijklmnopqrstuvwxyz-123456"
            })
    void otherNamesShouldBeRefused(String name) {
        assertThatThrownBy(() -> new ModelBackend(name))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("backend must be 1 to 32 lower-case letters, digits and hyphens");
    }
}
