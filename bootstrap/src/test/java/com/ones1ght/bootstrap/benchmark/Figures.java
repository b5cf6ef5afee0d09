package com.ones1ght.bootstrap.benchmark;

import java.util.Arrays;

/** Small statistics. */
final class Figures {

    private Figures() {}

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
