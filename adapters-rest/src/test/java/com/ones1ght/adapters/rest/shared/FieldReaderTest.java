package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "true", "false", "[]", "[\"x\"]", "{}", "{\"prompt\":\"x\"}"})
    void stringOfAnotherTypeIsRefusedByName(String value) {
        FieldReader reader = reader("{\"prompt\":" + value + ",\"chat_id\":" + value + "}");
        reader.requiredString("prompt");
        reader.optionalString("chat_id");
        assertThat(catchThrowableOfType(InvalidInputException.class, reader::check)
                        .errors())
                .containsExactly(
                        new FieldError("prompt", "prompt must be a string"),
                        new FieldError("chat_id", "chat_id must be a string"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"prompt\":null}", "{\"x\":{\"prompt\":\"x\"}}", "{\"Prompt\":\"x\"}"})
    void requiredFieldThatIsMissingIsRefusedByName(String json) {
        FieldReader reader = reader(json);
        reader.requiredString("prompt");
        assertThat(catchThrowableOfType(InvalidInputException.class, reader::check)
                        .errors())
                .extracting(FieldError::field)
                .containsExactly("prompt");
    }

    @Test
    void nullInAnOptionalFieldMeansAbsentAndUnknownFieldsAreIgnored() {
        FieldReader reader = reader("{\"chat_id\":null,\"other\":[{\"chat_id\":1}],\"prompt\":\"x\"}");
        assertThat(reader.optionalString("chat_id")).isNull();
        assertThat(reader.optionalString("round_id")).isNull();
        assertThat(reader.requiredString("prompt")).isEqualTo("x");
        reader.check();
    }

    private static FieldReader reader(String json) {
        return StrictJson.object(json.getBytes(StandardCharsets.UTF_8)).reader();
    }
}
