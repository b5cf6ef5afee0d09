package com.ones1ght.bootstrap.launcher;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystemException;
import java.util.Optional;

/**
 * How many files and connections this process may have open: without this check too few of them would show as a file that
 * cannot be read, a port that is taken, or a folder that cannot be written to, whatever came first.
 */
final class OpenFiles {

    /** A server that has just started has some 700 open. */
    static final long MIN = 1024;

    private OpenFiles() {}

    /**
     * @throws LaunchException when the server could not even start
     */
    static void check() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
            shortage(unix.getMaxFileDescriptorCount()).ifPresent(sentence -> {
                throw new LaunchException(sentence);
            });
        }
    }

    /** What is wrong with this limit; a negative one is none. */
    static Optional<String> shortage(long limit) {
        return limit < 0 || limit >= MIN
                ? Optional.empty()
                : Optional.of(("This process may open only %d files, and the server needs at least %d: raise the limit"
                                + " (ulimit -n, or LimitNOFILE= of a systemd unit).")
                        .formatted(limit, MIN));
    }

    /** The system's own words for a failure on a file, such as "Permission denied". */
    static String reason(Exception failure) {
        String reason = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
