package com.ones1ght.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Copies the jar of Payara Micro without the modules that the distribution has unpacked beside it: 100 MB less. */
public final class PayaraWithoutModules {

    private static final String MODULES = "MICRO-INF/runtime/";

    /** The same in every build; a local time, because archives have no time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private PayaraWithoutModules() {}

    /**
     * Writes the copy.
     *
     * @param args the jar, and the file to write
     */
    public static void main(String[] args) throws IOException {
        try (ZipInputStream source = new ZipInputStream(Files.newInputStream(Path.of(args[0])));
                ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            for (ZipEntry entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                if (!entry.getName().startsWith(MODULES)) {
                    ZipEntry kept = new ZipEntry(entry.getName());
                    kept.setTimeLocal(TIME);
                    copy.putNextEntry(kept);
                    source.transferTo(copy);
                }
            }
        }
    }
}
