package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ \"n\" : [1.0, 1E5, -0, 0.1234567890123456789012345678901234567890] }",
                "{\"z\":{\"b\":{}},\"a\":[{\"meta\":{}}],\"\\u0061b\":\"}\\\"{\"}",
                "{\"long\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}"
            })
    void objectIsReadCharacterByCharacter(String value) {
        // Longer than what the parser keeps at once.
        String around = "\"" + "카".repeat(20_000) + "\"";
        FieldReader reader = reader("{\"other\":{\"meta\":1},\"x\":" + around + ",\"meta\" : " + value
                + " ,\"y\":{\"meta\":{}},\"z\":" + around + "}");
        assertThat(reader.optionalObject("meta")).isEqualTo(value);
        reader.check();
    }

    @Test
    void nullInAnOptionalObjectMeansAbsent() {
        FieldReader reader = reader("{\"meta\":null}");
        assertThat(reader.optionalObject("meta")).isNull();
        assertThat(reader.optionalObject("other")).isNull();
        reader.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "\"x\"", "\"{}\"", "[]", "[{}]"})
    void objectOfAnotherTypeIsRefusedByName(String value) {
        FieldReader reader = reader("{\"meta\":" + value + "}");
        assertThat(reader.optionalObject("meta")).isNull();
        assertThat(catchThrowableOfType(InvalidInputException.class, reader::check)
                        .errors())
                .containsExactly(new FieldError("meta", "meta must be an object"));
    }

    @Test
    void fieldThatMustNotBeThereMayBeNullAndNothingElse() {
        FieldReader reader = reader("{\"a\":null,\"b\":\"x\",\"c\":1}");
        for (String name : List.of("a", "b", "c", "d")) {
            reader.refuse(name, "is too much");
        }
        assertThat(catchThrowableOfType(InvalidInputException.class, reader::check)
                        .errors())
                .containsExactly(new FieldError("b", "b is too much"), new FieldError("c", "c is too much"));
    }

    private static FieldReader reader(String json) {
        return StrictJson.object(json.getBytes(StandardCharsets.UTF_8)).reader();
    }
}
