package com.ones1ght.bootstrap.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Kickoffs with all that they set off: how many the server accepts and completes per second, and what a kickoff takes at
 * half of that rate, which it can sustain.
 */
final class CompletedRounds {

    /** Few enough for seconds, and so many that the first and the last ones do not count. */
    private static final int KICKOFFS = 1_500;

    private static final Duration OPEN_LOOP = Duration.ofSeconds(15);
    private static final int OPEN_LOOP_RUNS = 3;

    private final Shop shop;
    private final Workload kickoff;
    private final CpuClock cpu;
    private final Comparison.Plan plan;

    /** Rounds and their processor time, from the first kickoff to the last completed round. */
    private record Pass(double perSecond, double cpuMillisEach) {}

    CompletedRounds(Shop shop, Workload kickoff, CpuClock cpu, Comparison.Plan plan) {
        this.shop = shop;
        this.kickoff = kickoff;
        this.cpu = cpu;
        this.plan = plan;
    }

    /**
     * Measures and reports how many rounds are completed, beside the kickoff's floor.
     *
     * @return rounds per second
     */
    double measureThroughput(Load load, Workload floor, Report report) throws IOException {
        long warm = System.nanoTime() + plan.leastWarmUp().toNanos();
        while (System.nanoTime() < warm) {
            pass(load);
        }
        Pass[] passes = new Pass[plan.blocks()];
        double[] floors = new double[plan.blocks()];
        for (int i = 0; i < passes.length; i++) {
            passes[i] = pass(load);
            floors[i] = load.asFastAsPossible(floor, plan.block()).perSecond();
        }
        double perSecond = median(passes.length, i -> passes[i].perSecond());
        report.text("");
        report.text(
                "Rounds accepted and completed: %.0f/s, %.2f ms of CPU each, the kickoff included; %.2f of the floor's rate"
                        + " (%,d kickoffs of %d connections at once, until all rounds are completed; medians of %d).",
                perSecond,
                median(passes.length, i -> passes[i].cpuMillisEach()),
                median(passes.length, i -> passes[i].perSecond() / floors[i]),
                KICKOFFS,
                load.size(),
                passes.length);
        return perSecond;
    }

    private Pass pass(Load load) {
        long start = System.nanoTime();
        double before = cpu.seconds();
        int accepted = load.times(kickoff, KICKOFFS).sortedNanos().length;
        shop.awaitQuiet();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Pass(accepted / seconds, 1000 * (cpu.seconds() - before) / accepted);
    }

    /** Measures and reports what kickoffs take in an open loop at half of the rate that the server sustains. */
    void measureOpenLoop(Load load, double sustained, Report report) throws IOException {
        double rate = sustained / 2;
        Load.Seen[] runs = new Load.Seen[OPEN_LOOP_RUNS];
        long open = 0;
        for (int i = 0; i < runs.length; i++) {
            runs[i] = load.atConstantRate(kickoff, rate, OPEN_LOOP);
            open = Math.max(open, shop.openRuns());
            shop.awaitQuiet();
        }
        report.text("");
        report.text(
                "Kickoff at a constant rate of %.0f/s, half of the rounds that are completed (open loop, %d runs of %d s):"
                        + " p50 %.1f ms, p99 %.1f ms (worst run %.1f ms); rounds in progress at the end of a run: %d at most.",
                rate,
                runs.length,
                OPEN_LOOP.toSeconds(),
                median(runs.length, i -> runs[i].millis(0.5)),
                median(runs.length, i -> runs[i].millis(0.99)),
                Arrays.stream(runs).mapToDouble(run -> run.millis(0.99)).max().orElseThrow(),
                open);
    }

    private static double median(int size, IntToDoubleFunction figure) {
        double[] figures = new double[size];
        Arrays.setAll(figures, figure);
        return Figures.median(figures);
    }
}
