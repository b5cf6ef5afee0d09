package com.ones1ght.bootstrap.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys of the demo tenant, stored in {@code demo.env} in the data directory for shells to source. Keys of an earlier
 * start stay valid. Nodes that share a database use the keys of the first one.
 */
record DemoEnv(Path file, String sdkKey, String adminKey) {

    /** The launcher proposes keys here; the application replaces them by those that all nodes use. */
    private static final String SHARED_SDK_KEY = "com.ones1ght.demo.sdk-key";

    private static final String SHARED_ADMIN_KEY = "com.ones1ght.demo.admin-key";

    private static final Pattern SDK_KEY = Pattern.compile("osk_demo_[0-9a-f]{64}");
    private static final Pattern ADMIN_KEY = Pattern.compile("oak_demo_[0-9a-f]{64}");

    static DemoEnv in(Path dataDir) {
        Path file = dataDir.resolve("demo.env");
        return new DemoEnv(
                file,
                value(file, "SDK_KEY", SDK_KEY).orElseGet(() -> "osk_demo_" + random()),
                value(file, "ADMIN_KEY", ADMIN_KEY).orElseGet(() -> "oak_demo_" + random()));
    }

    /** Proposes the keys to the application; call before it is deployed. */
    void propose() {
        System.setProperty(SHARED_SDK_KEY, sdkKey);
        System.setProperty(SHARED_ADMIN_KEY, adminKey);
    }

    /** With the keys that all nodes use. */
    DemoEnv agreed() {
        return new DemoEnv(file, System.getProperty(SHARED_SDK_KEY), System.getProperty(SHARED_ADMIN_KEY));
    }

    void write(String baseUrl) {
        try {
            Path written = PrivateFile.create(
                    file.resolveSibling("demo.env.new"),
                    List.of(
                            "BASE_URL=" + baseUrl,
                            "SDK_KEY=" + sdkKey,
                            "ADMIN_KEY=" + adminKey,
                            "SIGNAGE_1=" + baseUrl + "/signage/1",
                            "SIGNAGE_2=" + baseUrl + "/signage/2"));
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> value(Path file, String name, Pattern form) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .filter(form.asMatchPredicate())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
