package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.llm.http.UpstreamHost;
import com.ones1ght.adapters.persistence.shared.PoolSize;
import com.ones1ght.domain.access.ModelUrls;
import com.ones1ght.domain.access.SystemKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all settings with a rule once, before anything is done with them: a value that cannot be converted would
 * otherwise count as absent without a word, and one that is out of bounds would be noticed when it is first needed.
 */
@Dependent
public class SettingsCheck {

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("ones1ght.round.deadline", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.round.lease", new AtLeast(Duration.ofMillis(100))),
            Map.entry("ones1ght.runner.tick", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.runner.shutdown-grace", new AtLeast(Duration.ZERO)),
            Map.entry("ones1ght.chat-session.idle", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.signage.timeout", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.signage.tick", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.stream.heartbeat", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.stream.stall", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.stream.max-streams", new Between(1, 100_000)),
            Map.entry("ones1ght.stream.tick", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.outbox.retry-for", new AtLeast(Duration.ZERO)),
            Map.entry("ones1ght.outbox.lease", new AtLeast(Duration.ofSeconds(1))),
            Map.entry("ones1ght.outbox.tick", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.outbox.max-calls", new Between(1, Integer.MAX_VALUE)),
            Map.entry("ones1ght.http.drain", new AtLeast(Duration.ZERO)),
            Map.entry("ones1ght.http.max-body-bytes", new Between(1, Integer.MAX_VALUE)),
            Map.entry("ones1ght.round.credits", new Between(1, Long.MAX_VALUE)),
            Map.entry("ones1ght.runner.max-held", new Between(1, Integer.MAX_VALUE)),
            Map.entry("ones1ght.runner.max-calls", new Between(1, Integer.MAX_VALUE)),
            Map.entry("ones1ght.runner.threads", new Between(1, 1_000)),
            Map.entry("ones1ght.db.pool-size", new Between(PoolSize.MIN, 1_000)),
            Map.entry("ones1ght.demo.credits", new Between(0, Long.MAX_VALUE)),
            Map.entry("ones1ght.runner.enabled", new Flag()),
            Map.entry("ones1ght.demo", new Flag()),
            Map.entry("ones1ght.llm", new OneOf(Backends.MODELS)),
            Map.entry("ones1ght.store", new OneOf(Backends.STORES)),
            Map.entry("ones1ght.signage", new OneOf(Backends.SIGNAGES)),
            Map.entry("ones1ght.llm-demo.url", new HttpUrl()),
            Map.entry("ones1ght.llm-demo.api-key", new Secret()),
            Map.entry("ones1ght.llm-demo.connect-timeout", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.llm-demo.read-timeout", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.llm-demo.call-timeout", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.llm-demo.max-concurrency", new Between(1, 100_000)),
            Map.entry("ones1ght.round.poll-interval", new AtLeast(Duration.ofMillis(10))),
            Map.entry("ones1ght.rate-limit.profile", new Between(0, 1_000_000)),
            Map.entry("ones1ght.rate-limit.profile-burst", new Between(1, 1_000_000)),
            Map.entry("ones1ght.rate-limit.key", new Between(0, 1_000_000)),
            Map.entry("ones1ght.rate-limit.failed-authentications", new Between(0, 1_000_000)),
            Map.entry("ones1ght.idempotency.keep", new AtLeast(Duration.ofSeconds(1))),
            Map.entry("ones1ght.system.key", new LongSecret(SystemKey.MIN_LENGTH)),
            Map.entry("ones1ght.model-urls", new UrlPatterns()),
            Map.entry("ones1ght.openai.url", new HttpUrl()),
            Map.entry("ones1ght.openai.api-key", new Secret()),
            Map.entry("ones1ght.openai.connect-timeout", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.openai.read-timeout", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.openai.call-timeout", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.openai.max-concurrency", new Between(1, 100_000)),
            Map.entry("ones1ght.openai.max-tokens", new Between(1, 10_000_000)),
            Map.entry("ones1ght.store-api.url", new HttpUrl()),
            Map.entry("ones1ght.store-api.api-key", new Secret()),
            Map.entry("ones1ght.store-api.connect-timeout", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.store-api.read-timeout", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.store-api.call-timeout", new AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.store-api.max-concurrency", new Between(1, 10_000)),
            Map.entry("ones1ght.store-api.products-kept", new AtLeast(Duration.ZERO)));

    /** What has to be set besides a choice, by the choice: its setting, its value, and what it needs. */
    private static final List<Need> NEEDS = List.of(
            new Need("ones1ght.llm", "llm-demo", "ones1ght.llm-demo.url"),
            new Need("ones1ght.llm", "openai", "ones1ght.openai.url"),
            new Need("ones1ght.llm", "openai", "ones1ght.openai.model"),
            new Need("ones1ght.store", "store-api", "ones1ght.store-api.url"),
            new Need("ones1ght.signage", "store-api", "ones1ght.store-api.url"));

    private record Need(String choice, String value, String needed) {}

    /** What a value has to be. */
    private interface Rule {

        /** What follows "but has to be"; null when the value keeps the rule. */
        @Nullable
        String brokenBy(String value);

        /** Whether the value must not be told. */
        default boolean isSecret() {
            return false;
        }
    }

    private record AtLeast(Duration least) implements Rule {

        @Override
        public @Nullable String brokenBy(String value) {
            try {
                return Duration.parse(value).compareTo(least) >= 0 ? null : "a duration of at least " + least;
            } catch (DateTimeParseException e) {
                return "a duration in the form of ISO 8601, for example PT30S or PT5M";
            }
        }
    }

    private record Between(long least, long most) implements Rule {

        @Override
        public @Nullable String brokenBy(String value) {
            try {
                long number = Long.parseLong(value);
                return number >= least && number <= most ? null : told();
            } catch (NumberFormatException e) {
                return told();
            }
        }

        private String told() {
            return "a whole number from " + least + " to " + most;
        }
    }

    private record Flag() implements Rule {

        @Override
        public @Nullable String brokenBy(String value) {
            return value.equals("true") || value.equals("false") ? null : "true or false";
        }
    }

    private record OneOf(List<String> allowed) implements Rule {

        @Override
        public @Nullable String brokenBy(String value) {
            return allowed.contains(value) ? null : "one of " + String.join(", ", allowed);
        }
    }

    private record HttpUrl() implements Rule {

        @Override
        public @Nullable String brokenBy(String value) {
            try {
                URI url = new URI(value);
                boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
                boolean isPlain = url.getRawQuery() == null && url.getRawFragment() == null;
                return isHttp && UpstreamHost.of(url).isPresent() && isPlain ? null : told();
            } catch (URISyntaxException e) {
                return told();
            }
        }

        private static String told() {
            return "an http or https URL with a host (with an underscore in it only for http), without credentials, query"
                    + " and fragment";
        }
    }

    private record Secret() implements Rule {

        @Override
        public @Nullable String brokenBy(String value) {
            return value.chars().allMatch(c -> c > ' ' && c < 0x7f) ? null : "of visible ASCII characters";
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }

    private record LongSecret(int least) implements Rule {

        @Override
        public @Nullable String brokenBy(String value) {
            String expectation = new Secret().brokenBy(value);
            return expectation == null && value.length() < least ? "of at least " + least + " characters" : expectation;
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }

    private record UrlPatterns() implements Rule {

        @Override
        public @Nullable String brokenBy(String value) {
            try {
                new ModelUrls(Arrays.stream(value.split(",")).map(String::strip).toList());
                return null;
            } catch (IllegalArgumentException e) {
                return "http or https URLs, separated by commas, or beginnings of them with a host and /* at the end";
            }
        }
    }

    private final Config config;

    @Inject
    SettingsCheck(Config config) {
        this.config = config;
    }

    /**
     * Comes before all else, when whoever starts the application is given this object: what fails there is told as the
     * reason why the deployment failed.
     *
     * @throws IllegalStateException when a value breaks its rule; the sentence begins with the name of the setting
     */
    @PostConstruct
    void run() {
        new TreeMap<>(RULES).forEach((name, rule) -> value(name).ifPresent(value -> check(name, rule, value)));
        checkTokens();
        for (Need need : NEEDS) {
            if (value(need.choice).filter(need.value::equals).isPresent()
                    && value(need.needed).isEmpty()) {
                throw new IllegalStateException(
                        "%s is \"%s\", which needs %s: set it, too.".formatted(need.choice, need.value, need.needed));
            }
        }
    }

    /** Keys alone would let in whoever has a token of any client of the provider, for whatever it was made. */
    private void checkTokens() {
        boolean hasKeys = value("mp.jwt.verify.publickey").isPresent()
                || value("mp.jwt.verify.publickey.location").isPresent();
        if (hasKeys && value("mp.jwt.verify.issuer").isEmpty()) {
            throw new IllegalStateException(
                    "mp.jwt.verify.issuer is not set, which the keys of an identity provider need: set it, too.");
        }
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static void check(String name, Rule rule, String value) {
        String expectation = rule.brokenBy(value);
        if (expectation != null) {
            String told = rule.isSecret() ? "not usable" : "\"" + value + "\"";
            throw new IllegalStateException("%s is %s, but has to be %s.".formatted(name, told, expectation));
        }
    }
}
