package com.ones1ght.bootstrap.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The message on the console when the server is ready. */
record Welcome(String baseUrl, Settings settings, Optional<DemoEnv> demo, long startedAt) {

    String text() {
        String newLine = System.lineSeparator();
        StringBuilder text = new StringBuilder(newLine + sentence() + newLine);
        line(text, "data", settings.dataDir());
        line(text, "log", ServerLog.newest(settings.dataDir()));
        demo.ifPresent(env -> tryNext(text, env));
        return text.append("Stop with Ctrl-C.").append(System.lineSeparator()).toString();
    }

    /** The first line alone. */
    String sentence() {
        double seconds = (System.currentTimeMillis() - startedAt) / 1000.0;
        return String.format(Locale.ROOT, "OneS1ght Gateway is ready in %.1f s: %s", seconds, baseUrl);
    }

    private void tryNext(StringBuilder text, DemoEnv env) {
        line(text, "keys", env.file());
        text.append(String.format("  %-5s %s/demo%n", "look", baseUrl));
        text.append(String.format("%nTry in a second terminal:%n"));
        command(text, "source " + relative(env.file()));
        command(text, "curl -s $BASE_URL/v1/validation -H \"Authorization: Bearer $SDK_KEY\"");
        command(
                text,
                "curl -s $BASE_URL/v1/profile -H \"Authorization: Bearer $SDK_KEY\""
                        + " -H 'Content-Type: application/json' -d '{\"name\": \"Kim\", \"locale\": \"ko\"}'");
        text.append(System.lineSeparator());
    }

    private static void line(StringBuilder text, String name, Path path) {
        text.append(String.format("  %-5s %s%n", name, path));
    }

    private static void command(StringBuilder text, String command) {
        text.append("  ").append(command).append(System.lineSeparator());
    }

    private static String relative(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    }
}
