package com.ones1ght.bootstrap.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the blocks of one side of a comparison have measured; each figure is the median of the blocks. */
record Side(List<Block> blocks) {

    record Block(double perSecond, double p50, double p99, double cpuSecondsPerThousand) {}

    double perSecond() {
        return median(Block::perSecond);
    }

    double p50() {
        return median(Block::p50);
    }

    double p99() {
        return median(Block::p99);
    }

    double cpuSecondsPerThousand() {
        return median(Block::cpuSecondsPerThousand);
    }

    private double median(ToDoubleFunction<Block> figure) {
        return Figures.median(blocks.stream().mapToDouble(figure).toArray());
    }
}
