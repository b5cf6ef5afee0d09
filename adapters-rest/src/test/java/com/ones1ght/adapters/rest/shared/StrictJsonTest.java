package com.ones1ght.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1}",
                "{\"a\":-0}",
                "{\"a\":-0.0}",
                "{\"a\":1e308,\"b\":1E-308,\"c\":1e+308}",
                "{\"a\":0.00012,\"b\":100000000000000000000000000000}",
                "{\"a\":\"\\ud83c\\udf5b 🍛\"}",
                "{\"a\":{\"b\":1},\"c\":{\"b\":2},\"d\":[{\"b\":3},{\"b\":4}]}",
                "{\"a\":\"\\u0001\\n\"}",
                "{\"\":null}"
            })
    void soundObjectsAreTakenAsTheyAre(String json) {
        assertThat(read(json).text()).isEqualTo(json);
    }

    @Test
    void limitsOfTheReaderAreNamed() {
        for (String json : List.of(
                "{\"%s\":1}".formatted("n".repeat(60_000)),
                "{\"a\":0.%s}".formatted("1".repeat(5_000)),
                "{\"a\":%s%s}".formatted("[".repeat(101), "]".repeat(101)))) {
            assertThatThrownBy(() -> read(json))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("100 levels")
                    .hasMessageContaining("1000 digits")
                    .hasMessageContaining("50000");
        }
    }

    @Test
    void whiteSpaceAroundTheObjectIsLeftOutAndInsideItKept() {
        assertThat(read(" \n{ \"a\" : [ 1 , 2 ] }\t\r\n ").text()).isEqualTo("{ \"a\" : [ 1 , 2 ] }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":tru}",
                "{\"a\":\"x}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"line\nbreak\"}",
                "{} // comment",
                "/* comment */ {}",
                "{}{}",
                "{}x",
                "{},",
                "{} 1",
                "{\"a\":1}]",
                "\uFEFF{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"x\":{\"a\":1,\"b\":2,\"a\":3}}",
                "{\"a\":\"\\u0000\"}",
                "{\"\\u0000\":1}",
                "{\"x\":[\"\\u0000\"]}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{\"a\":\"\\ud800x\"}",
                "{\"\\ud800\":1}",
                "{\"a\":1e309}",
                "{\"a\":1e400}",
                "{\"a\":1E-309}",
                "{\"a\":-1e99999999999}",
                "{\"a\":0e400}",
                "{\"a\":[1e0400]}",
                "{\"a\":100e307}",
                "{\"a\":0.01e-307}"
            })
    void everythingElseIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7b2261223a22ff227d", "7b2261223a22c080227d", "7b2261223a22eda080227d", "7b2261223a22e3"})
    void whatIsNoUtf8IsRefused(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> StrictJson.object(bytes)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void numberOfManyDigitsCountsByItsMagnitude() {
        assertThat(read("{\"a\":" + "9".repeat(309) + "}").text()).hasSize(315);
        assertThatThrownBy(() -> read("{\"a\":" + "9".repeat(310) + "}")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> read("{\"a\":" + "9".repeat(60_000) + "}")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void hundredLevelsAreTakenAndMoreAreNot() {
        assertThat(read(nested(100)).text()).startsWith("{\"a\":{");
        assertThatThrownBy(() -> read(nested(101))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> read(nested(10_000))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(60_000))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusalDoesNotQuoteTheBody() {
        assertThatThrownBy(() -> read("{\"name\":\"Hanako\" \"secret\"}"))
                .hasMessageNotContainingAny("Hanako", "secret", "name");
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    private static JsonObject read(String json) {
        return StrictJson.object(json.getBytes(StandardCharsets.UTF_8));
    }
}
