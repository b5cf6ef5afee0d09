package com.ones1ght.bootstrap.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The processor time of process trees, out of Linux's {@code /proc}; not a number anywhere else. */
final class CpuClock {

    /** Fixed by Linux for what {@code /proc} shows, whatever the kernel's own tick. */
    private static final double TICKS_PER_SECOND = 100;

    private final Supplier<List<ProcessHandle>> roots;

    CpuClock(Supplier<List<ProcessHandle>> roots) {
        this.roots = roots;
    }

    /** Seconds of user and system time so far, those of ended children included. */
    double seconds() {
        return roots.get().stream()
                        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                        .mapToLong(process -> process.pid())
                        .distinct()
                        .mapToDouble(CpuClock::ticks)
                        .sum()
                / TICKS_PER_SECOND;
    }

    private static double ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name in parentheses may hold anything. utime, stime, cutime and cstime are fields 14 to 17.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double sum = 0;
            for (int field = 14; field <= 17; field++) {
                sum += Double.parseDouble(fields[field - 3]);
            }
            return sum;
        } catch (IOException e) {
            return Files.isDirectory(Path.of("/proc/self")) ? 0 : Double.NaN;
        }
    }
}
