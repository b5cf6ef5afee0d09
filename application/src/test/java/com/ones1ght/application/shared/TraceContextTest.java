package com.ones1ght.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String IDS = ID + "-00f067aa0ba902b7-";

    @ParameterizedTest
    @CsvSource({
        "00-" + IDS + "00, 00-" + IDS + "00",
        "00-" + IDS + "01, 00-" + IDS + "01",
        "00-" + IDS + "03, 00-" + IDS + "03",
        "00-" + IDS + "ff, 00-" + IDS + "03",
        "01-" + IDS + "01, 00-" + IDS + "01",
        "cc-" + IDS + "09-what-the-future-will-be-like, 00-" + IDS + "01",
        "cc-" + IDS + "01-, 00-" + IDS + "01"
    })
    void validTraceShouldBeKeptInVersion00(String sent, String kept) {
        TraceContext trace = TraceContext.read(sent, null).orElseThrow();

        assertThat(trace.traceparent()).isEqualTo(kept);
        assertThat(trace.traceId()).isEqualTo(ID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                "00-",
                "00-ab",
                "ff-" + IDS + "01",
                "0-" + IDS + "01",
                ".0-" + IDS + "01",
                "000-" + IDS + "01",
                "00-" + IDS + "01-",
                "00-" + IDS + "01-more",
                "00-" + IDS + "01 ",
                " 00-" + IDS + "01",
                "cc-" + IDS + "01.more",
                "00-" + IDS + "1",
                "00-" + IDS + ".0",
                "00-" + IDS + "0G",
                "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-４bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-" + IDS + "01\r\nX: y",
                "00-" + IDS + "01,00-" + IDS + "01"
            })
    void invalidTraceShouldBeDropped(String sent) {
        assertThat(TraceContext.read(sent, "a=1")).isEmpty();
    }

    @Test
    void oversizedTraceShouldBeCutOrDropped() {
        String flood = "-a".repeat(100_000);

        assertThat(TraceContext.read("00-" + IDS + "01" + flood, null)).isEmpty();
        assertThat(TraceContext.read("01-" + IDS + "01" + flood, null))
                .contains(new TraceContext("00-" + IDS + "01", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1|a=1",
                "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE|rojo=00f067aa0ba902b7,congo=t61rcWkgMzE",
                "' a=1 ,\tb=2,, '|a=1,b=2",
                "fw529a3039@dt=FfAc/x:y~|fw529a3039@dt=FfAc/x:y~",
                "1@2=a b|1@2=a b"
            })
    void validStateShouldBePassedOn(String sent, String kept) {
        assertThat(state(sent)).isEqualTo(kept);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " , ",
                "a",
                "a=",
                "=1",
                "A=1",
                "a=1,a=2",
                "a b=1",
                "a=1=2",
                "a=é",
                "a=1\u0000",
                "a=1\r\nX: y",
                "a=1;b=2\u007f"
            })
    void invalidStateShouldBeDroppedAlone(String sent) {
        assertThat(state(sent)).isNull();
    }

    @Test
    void stateShouldBeLimited() {
        assertThat(state(members(32))).hasSizeGreaterThan(100);
        assertThat(state(members(33))).isNull();
        assertThat(state("a=" + "x".repeat(256))).isNotNull();
        assertThat(state("a=" + "x".repeat(257))).isNull();
        assertThat(state("a=" + "x".repeat(250) + ",b=" + "x".repeat(250) + ",c=12345678"))
                .isNull();
    }

    @Test
    void placeShouldBeOfVersion00() {
        assertThatThrownBy(() -> new TraceContext("01-" + IDS + "01", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TraceContext("00-ab", null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i + "=v").collect(Collectors.joining(","));
    }

    private static String state(String sent) {
        return TraceContext.read("00-" + IDS + "01", sent).orElseThrow().tracestate();
    }
}
