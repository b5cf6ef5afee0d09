package com.ones1ght.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessEndTest {

    /** Registers something while it ends, as a server does that is stopped in its first moments. */
    public static final class Ending {

        public static void main(String[] args) {
            boolean goesOn = ProcessEnd.await("first", () -> {
                boolean stillGoesOn = ProcessEnd.await("second", () -> System.out.println("done at once"));
                System.out.println("goes on at the end: " + stillGoesOn);
            });
            System.out.println("goes on: " + goesOn);
        }
    }

    @Test
    void whatIsRegisteredAfterTheSignalShouldBeDoneAtOnce() throws IOException, InterruptedException {
        Process ending = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ending.class.getName())
                .redirectErrorStream(true)
                .start();

        String printed = new String(ending.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(ending.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.lines()).containsExactly("goes on: true", "done at once", "goes on at the end: false");
    }
}
