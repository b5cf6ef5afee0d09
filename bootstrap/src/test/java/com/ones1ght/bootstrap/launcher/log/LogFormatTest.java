package com.ones1ght.bootstrap.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFormatTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static LogRecord entry(Level level, String message, Object... parameters) {
        LogRecord entry = new LogRecord(level, message);
        entry.setLoggerName("com.example.Shop");
        entry.setInstant(Instant.parse("2026-03-01T09:30:00.123456Z"));
        if (parameters.length > 0) {
            entry.setParameters(parameters);
        }
        return entry;
    }

    private static JsonNode json(LogRecord entry) throws IOException {
        String line = LogFormat.JSON.line(entry);
        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        assertThat(line.lines()).hasSize(1);
        return JSON.readTree(line);
    }

    @Test
    void jsonShouldHaveAllPartsOfARecord() throws IOException {
        LogRecord entry = entry(
                Level.WARNING,
                "Round {0} waits",
                "r1",
                Map.of("request_id", "q-1", "tenant", "demo", "ms", 12, "status", 200L));
        entry.setThrown(new IllegalStateException("no \"store\"\nhere"));

        JsonNode json = json(entry);

        assertThat(json.get("timestamp").textValue()).isEqualTo("2026-03-01T09:30:00.123Z");
        assertThat(json.get("level").textValue()).isEqualTo("WARNING");
        assertThat(json.get("logger").textValue()).isEqualTo("com.example.Shop");
        assertThat(json.get("thread").textValue())
                .isEqualTo(Thread.currentThread().getName());
        assertThat(json.get("message").textValue()).isEqualTo("Round r1 waits");
        assertThat(json.get("request_id").textValue()).isEqualTo("q-1");
        assertThat(json.get("tenant").textValue()).isEqualTo("demo");
        assertThat(json.get("ms").intValue()).isEqualTo(12);
        assertThat(json.get("status").isNumber()).isTrue();
        assertThat(json.get("stack_trace").textValue())
                .startsWith("java.lang.IllegalStateException: no \"store\"\nhere\n\tat com.ones1ght.");
    }

    @Test
    void textShouldHaveItsContextAtTheEndOfTheLine() {
        assertThat(LogFormat.TEXT.line(entry(
                        Level.INFO, "Round {0} waits", "r1", Map.of("request_id", "q-1", "tenant", "demo", "ms", 1))))
                .isEqualTo("2026-03-01T09:30:00.123Z INFO com.example.Shop Round r1 waits"
                        + " [request_id=q-1 tenant=demo]\n");
        assertThat(LogFormat.TEXT.line(entry(Level.INFO, "Request {0} failed", "q-1", Map.of("request_id", "q-1"))))
                .as("what the message says already")
                .endsWith("Request q-1 failed\n");
    }

    @ParameterizedTest
    @CsvSource({
        "OFF,ERROR",
        "SEVERE,ERROR",
        "WARNING,WARNING",
        "INFO,INFO",
        "CONFIG,DEBUG",
        "FINE,DEBUG",
        "FINEST,TRACE"
    })
    void levelsShouldHaveOneNameEach(String level, String name) throws IOException {
        assertThat(json(entry(Level.parse(level), "x")).get("level").textValue())
                .isEqualTo(name);
        assertThat(LogFormat.TEXT.line(entry(Level.parse(level), "x"))).contains("Z " + name + " com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n2026-03-01T09:30:00.123Z ERROR com.example.Shop forged",
                "a\r\n{\"timestamp\":\"forged\"}",
                "a\rforged",
                "a\u0085forged",
                "a\u2028forged\u2029forged",
                "a\u000bforged\fforged",
                "\",\"level\":\"ERROR\",\"x\":\"",
                "\\",
                "\\u000a",
                "\u001b[31mred\u0007\u0000",
                "\u202eforged",
                "\ud800 half \udc00",
                "오늘 저녁 🍜",
                "{0} {1} '{2}' {",
                "%n%s"
            })
    void textOfStrangersShouldNotForgeRecords(String hostile) throws IOException {
        LogRecord plain = entry(Level.INFO, hostile);
        LogRecord parameter = entry(Level.INFO, "Said: {0}", hostile, Map.of("request_id", hostile, hostile, hostile));
        LogRecord thrown = entry(Level.INFO, "Failed");
        thrown.setThrown(new IllegalStateException(hostile, new IOException(hostile)));

        for (LogRecord entry : new LogRecord[] {plain, parameter, thrown}) {
            json(entry);
            assertThat(LogFormat.TEXT.line(entry)).endsWith("\n");
            assertThat(LogFormat.TEXT.line(entry).lines().skip(1)).allMatch(line -> line.startsWith("\t"));
            assertThat(LogFormat.TEXT.line(entry))
                    .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202e]");
        }
        assertThat(LogFormat.TEXT.line(plain).lines()).hasSize(1);
        assertThat(json(thrown).get("stack_trace").textValue().lines().count()).isGreaterThan(2);
        if (!hostile.contains("\ud800")) {
            assertThat(json(plain).get("message").textValue()).isEqualTo(hostile);
            assertThat(json(parameter).get("message").textValue()).isEqualTo("Said: " + hostile);
        }
    }

    @Test
    void fieldsShouldNotReplaceTheMembersOfEachRecord() throws IOException {
        JsonNode json = json(entry(
                Level.INFO,
                "true",
                Map.of("message", "false", "level", "ERROR", "tenant", "one"),
                Map.of("tenant", "two", "trace_id", "t")));

        assertThat(json.get("message").textValue()).isEqualTo("true");
        assertThat(json.get("level").textValue()).isEqualTo("INFO");
        assertThat(json.get("tenant").textValue()).isEqualTo("one");
        assertThat(json.get("trace_id").textValue()).isEqualTo("t");
    }

    @Test
    void brokenRecordsShouldBeLoggedAsFarAsPossible() throws IOException {
        LogRecord empty = new LogRecord(Level.INFO, null);

        assertThat(json(empty).get("message").textValue()).isEmpty();
        assertThat(json(entry(Level.INFO, "{0} and {unbalanced", "x"))
                        .get("message")
                        .textValue())
                .isEqualTo("{0} and {unbalanced");
        assertThat(json(entry(Level.INFO, "PostgreSQL''s {0}", 97))
                        .get("message")
                        .textValue())
                .isEqualTo("PostgreSQL's 97");
    }

    @Test
    void recordOfAnotherThreadShouldNameItsNumber() throws IOException {
        LogRecord entry = entry(Level.INFO, "x");
        entry.setLongThreadID(Long.MAX_VALUE);

        assertThat(json(entry).get("thread").textValue()).isEqualTo("thread-" + Long.MAX_VALUE);
    }

    @Test
    void consoleShouldWriteRecordsWhereItIsALog() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(LogFormat.JSON, false, new PrintStream(out, true), new PrintStream(err, true));

        console.print(LogFormatTest.class, "two\nlines");
        console.error(LogFormatTest.class, "wrong");
        console.relay(
                new ByteArrayInputStream("java.lang.X: 오\n\n\tat y\n".getBytes(StandardCharsets.UTF_8)), "stderr");

        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(4);
        assertThat(JSON.readTree(lines[0]).get("message").textValue()).isEqualTo("two\nlines");
        assertThat(JSON.readTree(lines[1]).get("level").textValue()).isEqualTo("ERROR");
        assertThat(JSON.readTree(lines[2]).get("message").textValue()).isEqualTo("java.lang.X: 오");
        assertThat(JSON.readTree(lines[3]).get("logger").textValue()).isEqualTo("stderr");
        assertThat(err.size()).isZero();
    }

    @Test
    void consoleForPeopleShouldSayThingsAsTheyAre() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(LogFormat.TEXT, false, new PrintStream(out, true), new PrintStream(err, true));

        console.print(LogFormatTest.class, "two\nlines");
        console.error(LogFormatTest.class, "wrong");

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("two\nlines");
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("wrong");
    }
}
