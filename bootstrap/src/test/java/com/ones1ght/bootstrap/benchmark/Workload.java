package com.ones1ght.bootstrap.benchmark;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Requests of one kind, taken at random.
 *
 * @param name what the report calls it
 * @param status what every answer has to have; anything else ends the benchmark
 */
record Workload(String name, int status, List<byte[]> requests) {

    byte[] any() {
        return requests.get(ThreadLocalRandom.current().nextInt(requests.size()));
    }
}
