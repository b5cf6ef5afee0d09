package com.ones1ght.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRatiosTest {

    @TempDir
    private Path folder;

    @Test
    void ratiosShouldBeFoundByTheNamesOfTheirWorkloads() throws IOException {
        Path file = folder.resolve("ratios.properties");

        new RecordedRatios("2 cores, a machine: fast", Map.of("poll, 1 round", 0.756)).write(file);

        RecordedRatios read = RecordedRatios.read(file);
        assertThat(read.machine()).isEqualTo("2 cores, a machine: fast");
        assertThat(read.least("poll, 1 round").orElseThrow()).isCloseTo(0.608, within(1e-9));
        assertThat(read.least("poll, 8 rounds")).isEmpty();
        assertThat(Files.readAllLines(file)).contains("poll-1-round=0.76");
    }

    /** Those that are kept with the sources can be read, whoever has edited them. */
    @Test
    void recordedRatiosShouldBePlausible() throws IOException {
        RecordedRatios recorded = RecordedRatios.read(Path.of("src/test/benchmark/ratios.properties"));

        assertThat(recorded.machine()).as("as written by a measurement").matches("\\d+ cores, .+, Java \\d+.*");
        assertThat(recorded.ratios()).hasSize(7).allSatisfy((workload, ratio) -> assertThat(ratio)
                .isBetween(0.05, 10.0));
    }
}
