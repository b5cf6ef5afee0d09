package com.ones1ght.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {
    private static final String TEXT = "019dd3c1-7a1e-7c3b-9f53-0a1b2c3d4e5f";

    @Test
    void the36CharacterFormShouldBeParsedInAnyCase() {
        assertThat(Uuids.parse(TEXT)).contains(UUID.fromString(TEXT));
        assertThat(Uuids.parse(TEXT.toUpperCase(Locale.ROOT))).contains(UUID.fromString(TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c_91ab",
                "1-1-1-1-1",
                "019dd3c17a1e7c3b9f530a1b2c3d4e5f",
                "{019dd3c1-7a1e-7c3b-9f53-0a1b2c3d4e5f}",
                "019dd3c1-7a1e-7c3b-9f53-0a1b2c3d4e5g",
                "019dd3c1-7a1e-7c3b-9f53-0a1b2c3d4e5f\n",
                " 019dd3c1-7a1e-7c3b-9f53-0a1b2c3d4e5f",
                "٠19dd3c1-7a1e-7c3b-9f53-0a1b2c3d4e5f",
            })
    void otherFormsShouldNotBeParsed(String text) {
        assertThat(Uuids.parse(text)).isEmpty();
    }
}
