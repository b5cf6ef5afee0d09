package com.ones1ght.adapters.rest.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {

    private static final Logger LOGGER = Logger.getLogger(AccessLog.LOGGER);

    private final List<LogRecord> written = new ArrayList<>();

    private final Handler writer = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            written.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.addHandler(writer);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void leave() {
        LOGGER.setUseParentHandlers(true);
        LOGGER.removeHandler(writer);
    }

    @Test
    void recordShouldHaveALineAndFields() {
        AccessLog.write("192.0.2.1", "POST", "/v1/profile", 201, 12_345, 1_067, "{0}'{1}", "demo");

        assertThat(new SimpleFormatter().formatMessage(written.get(0)))
                .isEqualTo("192.0.2.1 POST /v1/profile 201 12345 1067 {0}'{1} demo");
        Object[] parameters = written.get(0).getParameters();
        assertThat(parameters[parameters.length - 1])
                .isEqualTo(Map.of(
                        "client", "192.0.2.1",
                        "method", "POST",
                        "path", "/v1/profile",
                        "status", 201,
                        "bytes", 12_345L,
                        "ms", 1_067L,
                        "request_id", "{0}'{1}",
                        "tenant", "demo"));
    }

    @Test
    void strangersShouldHaveNoTenant() {
        AccessLog.write("2001:db8::1", "I AM ALLERGIC", "/", 405, 0, 0, "q", null);

        assertThat(new SimpleFormatter().formatMessage(written.get(0))).isEqualTo("2001:db8::1 * / 405 0 0 q -");
        assertThat(written.get(0).getParameters()[8].toString()).doesNotContain("tenant");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'', /",
                "/, /",
                "/v1/validation, /v1/validation",
                "/v1/chat/0199aaaa-0000-7000-8000-00000000000F/recommend/7/todos, /v1/chat/0199aaaa-0000-7000-8000-00000000000F/recommend/7/todos",
                "/v1/validation/osk_demo_0123456789abcdef, /v1/validation/*",
                "/v1/chat/pregnant/recommend, /v1/chat/*/recommend",
                "/signage/1, /signage/1",
                "/assets/design/tokens.css, /assets/*/*",
                "/v1/chat;token=x/y, /v1/*/*",
                "/v1/%0a2026-01-01, /v1/*",
                "/V1/chat, /*/chat",
                "//metrics/, //metrics/",
                "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o, /*/*/*/*/*/*/*/*/*/*/*/*",
                "no-slash, /"
            })
    void pathsShouldBeLoggedWithoutTextOfClients(String path, String logged) {
        assertThat(LoggedPath.of(path)).isEqualTo(logged);
    }

    /** Not with words of other paths: each of them could be a shopper's. */
    @Test
    void wordsOfTheApiShouldBeLogged() throws IOException {
        try (InputStream document = AccessLog.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            Set<String> words = Pattern.compile("(?m)^  (/[^:]*):")
                    .matcher(new String(document.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .flatMap(path -> Arrays.stream(path.group(1).split("/")))
                    .filter(segment -> !segment.isEmpty() && !segment.startsWith("{"))
                    .collect(Collectors.toSet());

            assertThat(words).contains("v1", "recommend");
            assertThat(LoggedPath.WORDS).containsAll(words).hasSizeLessThan(words.size() + 20);
        }
    }
}
