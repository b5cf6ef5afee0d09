package com.ones1ght.bootstrap.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The launcher's own settings, named as in MicroProfile Config: the system property {@code ones1ght.http.port}, else the
 * environment variable {@code ONES1GHT_HTTP_PORT}, else a default. All other settings belong to the application; only
 * their first word is checked.
 */
record Settings(
        HttpSettings http,
        String maxHeap,
        Path dataDir,
        Optional<Database> database,
        boolean demo,
        Optional<Path> war,
        LogSettings log) {

    static final String PREFIX = "ones1ght.";

    /** The prefixes of system properties that are passed on to the server: those of MicroProfile, OpenTelemetry and the trust store, too. */
    static final List<String> PASSED_ON = List.of(PREFIX, "mp.", "otel.", "com.ones1ght.", "javax.net.ssl.");

    static final String MAX_HEAP = "ones1ght.jvm.max-heap";
    static final String DATA_DIR = "ones1ght.data.dir";
    static final String DB_URL = "ones1ght.db.url";
    static final String DB_USER = "ones1ght.db.user";
    static final String DB_PASSWORD = "ones1ght.db.password";
    static final String DEMO = "ones1ght.demo";

    /** Replaces the WAR beside the launcher, for example by one with a team's own adapters. */
    static final String WAR = "ones1ght.war";

    private static final Pattern HEAP = Pattern.compile("([1-9][0-9]{0,6})([mMgG])");
    private static final int MIN_HEAP_MEBIBYTES = 256;

    /** The settings that choose from a fixed list. The application registers and checks those of models. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            LogSettings.FORMAT,
            List.of("text", "json"),
            LogSettings.OUTPUT,
            List.of("files", "console"),
            "ones1ght.store",
            List.of("embedded", "store-api"),
            "ones1ght.signage",
            List.of("embedded", "store-api"),
            "ones1ght.guard",
            List.of("declared", "strict", "off"));

    /** First words after the prefix; a setting that starts with none of them is a typing error. */
    private static final Set<String> GROUPS = Set.of(
            "http",
            "data",
            "db",
            "demo",
            "llm",
            "openai",
            "store",
            "signage",
            "guard",
            "launcher",
            "log",
            "jvm",
            "cors",
            "round",
            "runner",
            "chat",
            "outbox",
            "stream",
            "system",
            "idempotency",
            "rate",
            "model",
            "secrets",
            "telemetry",
            "token",
            "war",
            "backends");

    /** An external PostgreSQL. */
    record Database(String url, Optional<String> user, Optional<String> password) {}

    /** The source of settings: system properties and environment, or a test's. */
    record Source(Map<String, String> properties, Map<String, String> environment) {

        static Source ofThisProcess() {
            var properties = new java.util.HashMap<String, String>();
            System.getProperties().stringPropertyNames().forEach(n -> properties.put(n, System.getProperty(n)));
            return new Source(properties, System.getenv());
        }

        Optional<String> get(String name) {
            return Optional.ofNullable(properties.get(name))
                    .or(() -> Optional.ofNullable(environment.get(environmentName(name))))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        }

        private static String environmentName(String name) {
            return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        }
    }

    /**
     * Reads and validates the settings.
     *
     * @throws LaunchException if a value is invalid; names the setting and the valid values
     */
    static Settings read(Source source) {
        CHOICES.keySet().stream().sorted().forEach(name -> checkChoice(source, name));
        Optional<Database> database = source.get(DB_URL)
                .map(url -> new Database(checkedUrl(url), source.get(DB_USER), source.get(DB_PASSWORD)));
        return new Settings(
                HttpSettings.read(source),
                maxHeap(source),
                Path.of(source.get(DATA_DIR).orElse("data")).toAbsolutePath().normalize(),
                database,
                flag(source, DEMO, true),
                source.get(WAR).map(Settings::checkedWar),
                LogSettings.read(source));
    }

    /** The unknown settings, as they were given. */
    static Set<String> unknown(Source source) {
        Set<String> unknown = new TreeSet<>();
        source.properties().keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !knownGroup(name.substring(PREFIX.length())))
                .forEach(unknown::add);
        source.environment().keySet().stream()
                .filter(name -> name.startsWith("ONES1GHT_")
                        && !knownGroup(name.substring("ONES1GHT_".length()).toLowerCase(Locale.ROOT)))
                .forEach(unknown::add);
        return unknown;
    }

    private static boolean knownGroup(String rest) {
        return GROUPS.contains(rest.split("[._-]", 2)[0]);
    }

    private static void checkChoice(Source source, String name) {
        List<String> allowed = CHOICES.get(name);
        String value = source.get(name).orElse(allowed.get(0));
        if (!allowed.contains(value)) {
            throw new LaunchException("%s is \"%s\", but has to be %s."
                    .formatted(name, value, allowed.size() == 1 ? allowed.get(0) : "one of " + allowed));
        }
    }

    private static String checkedUrl(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new LaunchException(
                    "%s is \"%s\", but has to be a JDBC URL of PostgreSQL, for example".formatted(DB_URL, url)
                            + " jdbc:postgresql://localhost:5432/ones1ght.");
        }
        return url;
    }

    private static Path checkedWar(String value) {
        Path war = Path.of(value).toAbsolutePath().normalize();
        if (!Files.isRegularFile(war)) {
            throw new LaunchException("%s is \"%s\", but there is no such file.".formatted(WAR, value));
        }
        return war;
    }

    /** Below 256 MiB the server does not start. */
    private static String maxHeap(Source source) {
        String value = source.get(MAX_HEAP).orElse("1g");
        Matcher size = HEAP.matcher(value);
        if (size.matches()) {
            long mebibytes = Long.parseLong(size.group(1)) * (size.group(2).equalsIgnoreCase("g") ? 1024 : 1);
            if (mebibytes >= MIN_HEAP_MEBIBYTES) {
                return value;
            }
        }
        throw new LaunchException("%s is \"%s\", but has to be a size such as 512m or 4g, of at least %dm."
                .formatted(MAX_HEAP, value, MIN_HEAP_MEBIBYTES));
    }

    private static boolean flag(Source source, String name, boolean otherwise) {
        String value = source.get(name).orElse(Boolean.toString(otherwise));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new LaunchException("%s is \"%s\", but has to be true or false.".formatted(name, value));
        };
    }
}
