package com.ones1ght.bootstrap.launcher;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystemException;
import java.util.Optional;

/**
 * Checks the limit of open files and connections. A limit that is too low would otherwise show as an unreadable file, a
 * port that is taken, or a folder that is not writable, whichever comes first.
 */
final class OpenFiles {

    /** A server has about 700 files open after the start. */
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

    /** The problem with this limit, if any; negative means unlimited. */
    static Optional<String> shortage(long limit) {
        return limit < 0 || limit >= MIN
                ? Optional.empty()
                : Optional.of(("This process may open only %d files, and the server needs at least %d: raise the limit"
                                + " (ulimit -n, or LimitNOFILE= of a systemd unit).")
                        .formatted(limit, MIN));
    }

    /** The system's reason for a failure on a file, such as "Permission denied". */
    static String reason(Exception failure) {
        String reason = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
