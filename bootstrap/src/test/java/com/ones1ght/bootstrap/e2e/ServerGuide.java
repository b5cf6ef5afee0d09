package com.ones1ght.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of docs/servers: its listings are the scripts that a deployer, and the test, runs. */
final class ServerGuide {

    private static final Path FOLDER = Path.of("..", "docs", "servers");
    private static final Pattern LISTING = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^export (\\w+)=");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final String page;
    private final String text;

    private ServerGuide(String page, String text) {
        this.page = page;
        this.text = text;
    }

    static ServerGuide of(String page) {
        try {
            return new ServerGuide(page, Files.readString(FOLDER.resolve(page)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The variables that the other listings use, and a deployer sets. */
    List<String> variables() {
        return VARIABLE.matcher(section("Variables"))
                .results()
                .map(variable -> variable.group(1))
                .toList();
    }

    /**
     * Runs the listings of a section, in Bash, until the first command that fails.
     *
     * @param more commands behind them
     * @return what they print
     */
    String run(String section, Map<String, String> variables, Path folder, String... more)
            throws IOException, InterruptedException {
        String listings = String.join(
                "\n",
                LISTING.matcher(section(section))
                        .results()
                        .map(listing -> listing.group(1))
                        .toList());
        assertThat(listings).as(page + ", " + section).isNotBlank();
        Path script = Files.writeString(
                folder.resolve(section.replace(' ', '-') + ".sh"),
                "set -euo pipefail\n" + listings + String.join("\n", more) + "\n");
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        // The servers run on the Java of the build, and have the options of the page alone.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(name -> name.startsWith("ONES1GHT_") || name.endsWith("JAVA_OPTS"));
        // One compiler, for servers that live for minutes. Caches by soft references, which a server may fill with
        // classes
        // of a deployment, are no leaks.
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:SoftRefLRUPolicyMSPerMB=0");
        Process bash = builder.start();
        boolean ended = bash.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            bash.destroyForcibly();
        }
        String printed = Files.readString(output);
        assertThat(ended)
                .as(page + ", " + section + ": ends by itself: " + printed)
                .isTrue();
        assertThat(bash.exitValue()).as(page + ", " + section + ": " + printed).isZero();
        return printed;
    }

    private String section(String title) {
        MatchResult section = Pattern.compile("(?ms)^## " + Pattern.quote(title) + "\\n(.*?)(?=^## |\\z)")
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(page + " has no section " + title));
        return section.group(1);
    }
}
