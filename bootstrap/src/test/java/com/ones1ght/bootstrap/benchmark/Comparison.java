package com.ones1ght.bootstrap.benchmark;

import com.ones1ght.bootstrap.benchmark.Side.Block;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * A workload of the product beside its floor, measured in alternating blocks, so that whatever else the machine does
 * meanwhile hits both. The ratio is the median of the ratios of neighbouring blocks.
 */
record Comparison(Workload product, int connections, long bytes, Side productSide, Side floorSide) {

    private static final Duration WARM_UP_BLOCK = Duration.ofSeconds(2);
    private static final double STABLE = 0.05;

    /** The speed that is aimed at, as a share of the floor's, by the names of the workloads. */
    private static final Map<String, Double> GOALS = Map.of(
            "validation", 0.92,
            "poll, 1 completed round", 0.90,
            "poll, 1 completed round, unchanged", 1.50,
            "poll, 1 round in progress", 0.90,
            "list of 64 chats", 0.85,
            "kickoff, 64 tenants", 0.55,
            "kickoff, 1 tenant", 0.45);

    /** How long to measure. */
    record Plan(int blocks, Duration block, Duration leastWarmUp, Duration mostWarmUp) {}

    /** @param settle runs after each block of the product, until what the block has set off is over */
    static Comparison measure(
            Load load, CpuClock cpu, Workload product, Workload floor, long bytes, Plan plan, Runnable settle) {
        warmUp(load, product, plan);
        settle.run();
        warmUp(load, floor, plan);
        List<Block> ofProduct = new ArrayList<>();
        List<Block> ofFloor = new ArrayList<>();
        for (int i = 0; i < plan.blocks(); i++) {
            ofProduct.add(block(load, cpu, product, plan));
            settle.run();
            ofFloor.add(block(load, cpu, floor, plan));
        }
        return new Comparison(product, load.size(), bytes, new Side(ofProduct), new Side(ofFloor));
    }

    /** How fast the product is, as a share of its floor's speed. */
    double speed() {
        return medianRatio((ofProduct, ofFloor) -> ofProduct.perSecond() / ofFloor.perSecond());
    }

    /** Empty where none has been set. */
    Optional<Double> goal() {
        return Optional.ofNullable(GOALS.get(product.name()));
    }

    /** The floor's processor time as a share of the product's: the same question, but deaf to a busy machine. */
    double thrift() {
        return medianRatio((ofProduct, ofFloor) -> ofFloor.cpuSecondsPerThousand() / ofProduct.cpuSecondsPerThousand());
    }

    private double medianRatio(ToDoubleBiFunction<Block, Block> ratio) {
        double[] ratios = new double[productSide.blocks().size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ratio.applyAsDouble(
                    productSide.blocks().get(i), floorSide.blocks().get(i));
        }
        return Figures.median(ratios);
    }

    private static Block block(Load load, CpuClock cpu, Workload workload, Plan plan) {
        double before = cpu.seconds();
        Load.Seen seen = load.asFastAsPossible(workload, plan.block());
        double spent = cpu.seconds() - before;
        return new Block(
                seen.perSecond(), seen.millis(0.5), seen.millis(0.99), 1000 * spent / seen.sortedNanos().length);
    }

    /** Until the rate of three blocks in a row differs by less than one twentieth, or the patience ends. */
    static void warmUp(Load load, Workload workload, Plan plan) {
        List<Double> rates = new ArrayList<>();
        long start = System.nanoTime();
        while (true) {
            rates.add(load.asFastAsPossible(workload, WARM_UP_BLOCK).perSecond());
            long spent = System.nanoTime() - start;
            boolean enough = spent >= plan.leastWarmUp().toNanos();
            if (spent >= plan.mostWarmUp().toNanos() || enough && isStable(rates)) {
                return;
            }
        }
    }

    /** Whether the last three rates hardly differ. */
    static boolean isStable(List<Double> rates) {
        if (rates.size() < 3) {
            return false;
        }
        List<Double> last = rates.subList(rates.size() - 3, rates.size());
        double least = last.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = last.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return most - least < STABLE * most;
    }
}
