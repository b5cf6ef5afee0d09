package com.ones1ght.bootstrap.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormatsTest {

    private static final String PROMETHEUS = "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
            + "application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.2,*/*;q=0.1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                PROMETHEUS + "                                          | application/openmetrics-text; version=1.0.0",
                "application/openmetrics-text                           | application/openmetrics-text; version=1.0.0",
                "Application/OpenMetrics-Text ; q=0.1                   | application/openmetrics-text; version=1.0.0",
                "text/plain;q=0.5, application/openmetrics-text         | application/openmetrics-text; version=1.0.0",
                "text/plain, application/openmetrics-text               | application/openmetrics-text; version=1.0.0",
                "text/plain, application/openmetrics-text;q=0.9         | text/plain; version=0.0.4",
                "application/openmetrics-text;q=0                       | text/plain; version=0.0.4",
                "application/openmetrics-text;q=none                    | text/plain; version=0.0.4",
                "application/openmetrics-text-not                       | text/plain; version=0.0.4",
                "application/json                                       | text/plain; version=0.0.4",
                "*/*                                                    | text/plain; version=0.0.4",
                "''                                                     | text/plain; version=0.0.4"
            })
    void theFormThatTheClientPrefersShouldBeChosen(String accept, String type) {
        assertThat(TextFormats.accepted(List.of(accept)).getContentType()).startsWith(type + ";");
    }

    @ParameterizedTest
    @CsvSource({"text/plain;q=0.3,application/openmetrics-text", "application/openmetrics-text,text/plain;q=0.3"})
    void repeatedHeadersShouldCountAsOne(String first, String second) {
        assertThat(TextFormats.accepted(List.of(first, second)).getContentType())
                .startsWith("application/openmetrics-text;");
    }
}
