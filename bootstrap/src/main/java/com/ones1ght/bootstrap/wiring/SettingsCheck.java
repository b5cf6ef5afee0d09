package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.persistence.access.HmacProfileTokens;
import com.ones1ght.adapters.persistence.shared.ConnectionLimit;
import com.ones1ght.domain.access.SystemKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/**
 * Looks at all settings with a rule once, before anything is done with them: a value that cannot be converted would
 * otherwise count as absent without a word, and one that is out of bounds would be noticed when it is first needed.
 */
@Dependent
public class SettingsCheck {

    private static final Map<String, SettingRule> RULES = Map.ofEntries(
            Map.entry("ones1ght.round.deadline", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.round.lease", new SettingRule.AtLeast(Duration.ofMillis(100))),
            Map.entry("ones1ght.runner.tick", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.runner.shutdown-grace", new SettingRule.AtLeast(Duration.ZERO)),
            Map.entry("ones1ght.chat-session.idle", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.signage.timeout", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.signage.tick", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.stream.heartbeat", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.stream.stall", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.stream.max-streams", new SettingRule.Between(1, 100_000)),
            Map.entry("ones1ght.stream.max-round-streams", new SettingRule.Between(1, 100_000)),
            Map.entry("ones1ght.stream.tick", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.outbox.retry-for", new SettingRule.AtLeast(Duration.ZERO)),
            Map.entry("ones1ght.outbox.lease", new SettingRule.AtLeast(Duration.ofSeconds(1))),
            Map.entry("ones1ght.outbox.tick", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.outbox.max-calls", new SettingRule.Between(1, Integer.MAX_VALUE)),
            Map.entry("ones1ght.http.drain", new SettingRule.AtLeast(Duration.ZERO)),
            Map.entry("ones1ght.http.warm-up", new SettingRule.AtLeast(Duration.ZERO)),
            Map.entry("ones1ght.http.trusted-proxies", new SettingRule.AddressRanges()),
            Map.entry("ones1ght.log.access", new SettingRule.Flag()),
            Map.entry("ones1ght.cors.origins", new SettingRule.Origins()),
            Map.entry("ones1ght.http.max-body-bytes", new SettingRule.Between(1, Integer.MAX_VALUE)),
            Map.entry("ones1ght.round.credits", new SettingRule.Between(1, Long.MAX_VALUE)),
            Map.entry("ones1ght.runner.max-held", new SettingRule.Between(1, Integer.MAX_VALUE)),
            Map.entry("ones1ght.runner.max-calls", new SettingRule.Between(1, Integer.MAX_VALUE)),
            Map.entry("ones1ght.runner.threads", new SettingRule.Between(1, 1_000)),
            Map.entry("ones1ght.demo.credits", new SettingRule.Between(0, Long.MAX_VALUE)),
            Map.entry("ones1ght.runner.enabled", new SettingRule.Flag()),
            Map.entry("ones1ght.demo", new SettingRule.Flag()),
            Map.entry("ones1ght.db.pool-size", new SettingRule.Between(ConnectionLimit.MIN, ConnectionLimit.MAX)),
            Map.entry("ones1ght.guard", new SettingRule.OneOf(List.of("declared", "strict", "off"))),
            Map.entry("ones1ght.store", new SettingRule.OneOf(Backends.STORES)),
            Map.entry("ones1ght.signage", new SettingRule.OneOf(Backends.SIGNAGES)),
            Map.entry("ones1ght.llm-demo.url", new SettingRule.HttpUrl()),
            Map.entry("ones1ght.llm-demo.api-key", new SettingRule.Secret()),
            Map.entry("ones1ght.llm-demo.connect-timeout", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.llm-demo.read-timeout", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.llm-demo.call-timeout", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.llm-demo.max-concurrency", new SettingRule.Between(1, 100_000)),
            Map.entry("ones1ght.round.poll-interval", new SettingRule.AtLeast(Duration.ofMillis(10))),
            Map.entry("ones1ght.rate-limit.profile", new SettingRule.Between(0, 1_000_000)),
            Map.entry("ones1ght.rate-limit.profile-burst", new SettingRule.Between(1, 1_000_000)),
            Map.entry("ones1ght.rate-limit.position", new SettingRule.Between(0, 1_000_000)),
            Map.entry("ones1ght.rate-limit.key", new SettingRule.Between(0, 1_000_000)),
            Map.entry("ones1ght.rate-limit.failed-authentications", new SettingRule.Between(0, 1_000_000)),
            Map.entry("ones1ght.rate-limit.demo-sessions", new SettingRule.Between(0, 1_000_000)),
            Map.entry("ones1ght.idempotency.keep", new SettingRule.AtLeast(Duration.ofSeconds(1))),
            Map.entry("ones1ght.system.key", new SettingRule.LongSecret(SystemKey.MIN_LENGTH)),
            Map.entry("ones1ght.token.secrets", new SettingRule.LongSecrets(HmacProfileTokens.MIN_SECRET_LENGTH)),
            Map.entry("ones1ght.telemetry.traces", new SettingRule.Flag()),
            Map.entry("ones1ght.telemetry.endpoint", new SettingRule.HttpUrl()),
            Map.entry("ones1ght.telemetry.sampling", new SettingRule.Share()),
            Map.entry("ones1ght.telemetry.timeout", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.model-urls", new SettingRule.UrlPatterns()),
            Map.entry("ones1ght.openai.url", new SettingRule.HttpUrl()),
            Map.entry("ones1ght.openai.api-key", new SettingRule.Secret()),
            Map.entry("ones1ght.openai.connect-timeout", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.openai.read-timeout", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.openai.call-timeout", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.openai.max-concurrency", new SettingRule.Between(1, 100_000)),
            Map.entry("ones1ght.openai.max-tokens", new SettingRule.Between(1, 10_000_000)),
            Map.entry("ones1ght.store-api.url", new SettingRule.HttpUrl()),
            Map.entry("ones1ght.store-api.api-key", new SettingRule.Secret()),
            Map.entry("ones1ght.store-api.connect-timeout", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.store-api.read-timeout", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.store-api.call-timeout", new SettingRule.AtLeast(Duration.ofMillis(1))),
            Map.entry("ones1ght.store-api.max-concurrency", new SettingRule.Between(1, 10_000)),
            Map.entry("ones1ght.store-api.products-kept", new SettingRule.AtLeast(Duration.ZERO)));

    /** What has to be set besides a choice, by the choice: its setting, its value, and what it needs. */
    private static final List<Need> NEEDS = List.of(
            new Need("ones1ght.llm", "llm-demo", "ones1ght.llm-demo.url"),
            new Need("ones1ght.llm", "openai", "ones1ght.openai.url"),
            new Need("ones1ght.llm", "openai", "ones1ght.openai.model"),
            new Need("ones1ght.store", "store-api", "ones1ght.store-api.url"),
            new Need("ones1ght.signage", "store-api", "ones1ght.store-api.url"));

    private record Need(String choice, String value, String needed) {}

    private final Config config;
    private final ModelBackends backends;

    @Inject
    SettingsCheck(Config config, ModelBackends backends) {
        this.config = config;
        this.backends = backends;
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
        SettingRule registered = new SettingRule.OneOf(backends.names());
        value("ones1ght.llm").ifPresent(value -> check("ones1ght.llm", registered, value));
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

    static void check(String name, SettingRule rule, String value) {
        String expectation = rule.brokenBy(value);
        if (expectation != null) {
            String told = rule.isSecret() ? "not usable" : "\"" + value + "\"";
            throw new IllegalStateException("%s is %s, but has to be %s.".formatted(name, told, expectation));
        }
    }
}
