package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("alone")
class ManyRoundsIT {

    private static final int ROUNDS = Integer.getInteger("ones1ght.e2e.rounds-at-once", 200);
    private static final Duration RUN = Duration.ofSeconds(12);

    /** The process is looked at where the kernel of Linux tells of it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void manyRoundsInFlightShouldHoldNoThreadsAndShareTheirLooks() throws InterruptedException {
        ManyRounds.Seen seen = new ManyRounds(ROUNDS, RUN).measure();
        System.out.println("ManyRoundsIT: " + seen);

        assertThat(seen.others()).isEmpty();
        assertThat(seen.completed()).isEqualTo(ROUNDS);
        assertThat(seen.refused()).isZero();
        assertThat(seen.threads()).as("more threads than before").isLessThanOrEqualTo(64);
        // At most one look for each round and second, whoever polls.
        assertThat(seen.looks()).isLessThanOrEqualTo((int) (ROUNDS * seen.seconds()));
    }
}
