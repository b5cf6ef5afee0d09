package com.ones1ght.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {

    @ParameterizedTest
    @CsvSource({
        "ones1ght.round.deadline, abc, a duration in the form of ISO 8601",
        "ones1ght.round.deadline, 30, a duration in the form of ISO 8601",
        "ones1ght.chat-session.idle, PT0S, a duration of at least PT0.001S",
        "ones1ght.round.lease, PT0.05S, a duration of at least PT0.1S",
        "ones1ght.runner.shutdown-grace, PT-1S, a duration of at least PT0S",
        "ones1ght.runner.threads, 0, a whole number from 1 to 1000",
        "ones1ght.db.pool-size, 7, a whole number from 8 to 1000",
        "ones1ght.runner.max-calls, many, a whole number from 1 to 2147483647",
        "ones1ght.demo, yes, true or false",
        "ones1ght.runner.enabled, yes, true or false",
        "ones1ght.llm, oracle, 'one of embedded, llm-demo, openai'",
        "ones1ght.backends.dir, /nowhere/at/all, a folder"
    })
    void valueThatCannotBeUsedIsNamedWithItsSetting(String name, String value, String expectation) {
        assertThatThrownBy(() -> check(Map.of(name, value)))
                .hasMessageStartingWith(name + " is \"" + value + "\", but has to be " + expectation);
    }

    @Test
    void goodValuesAndAbsentOnesPass() {
        assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> check(Map.of(
                        "ones1ght.round.deadline", " PT90S ",
                        "ones1ght.runner.threads", "1",
                        "ones1ght.runner.enabled", "false",
                        "ones1ght.demo.credits", "0",
                        "ones1ght.runner.shutdown-grace", "")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://llm_server:8000/v1",
                "http://_a.b_c/v1",
                "http://llm-server:8000/v1",
                "https://models.example/v1",
                "http://[::1]:8000/v1"
            })
    void addressesOfServersMayHaveAnUnderscore(String url) {
        assertThatCode(() -> check(Map.of("ones1ght.openai.url", url, "ones1ght.model-urls", url)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://llm_server/v1",
                "http://user@llm_server/v1",
                "http://llm_server:0x1/v1",
                "http://llm server/v1",
                "http:///v1",
                "http://llm_server/v1?x"
            })
    void addressesThatCannotBeReachedAreRefused(String url) {
        assertThatThrownBy(() -> check(Map.of("ones1ght.store-api.url", url)))
                .hasMessageStartingWith(
                        "ones1ght.store-api.url is \"" + url + "\", but has to be an http or https URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://shop.example, https://admin.example:8443",
                "http://my_host:443,http://[::1]:8080,",
                "capacitor://localhost"
            })
    void originsAsBrowsersSendThemPass(String origins) {
        assertThatCode(() -> check(Map.of("ones1ght.cors.origins", origins))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://Shop.example",
                "https://shop.example/",
                "https://shop.example:443",
                "http://shop.example:80",
                "https://shop.example https://admin.example",
                "https://*.example",
                "https://쇼핑.example",
                "shop.example",
                "null"
            })
    void originsThatNoBrowserSendsAreRefused(String origins) {
        assertThatThrownBy(() -> check(Map.of("ones1ght.cors.origins", "https://good.example, " + origins)))
                .hasMessageStartingWith("ones1ght.cors.origins is ")
                .hasMessageContaining("as browsers send them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp.jwt.verify.publickey", "mp.jwt.verify.publickey.location"})
    void keysOfAnIdentityProviderNeedItsName(String keys) {
        assertThatThrownBy(() -> check(Map.of(keys, "file:/keys.pem", "mp.jwt.verify.issuer", " ")))
                .hasMessageStartingWith("mp.jwt.verify.issuer is not set");
        assertThatCode(() -> check(Map.of(keys, "file:/keys.pem", "mp.jwt.verify.issuer", "https://id.example")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-key-of-thirty-one-characters-", "a key with spaces that is long enough"})
    void systemKeyThatCannotBeUsedIsRefusedWithoutBeingTold(String value) {
        assertThatThrownBy(() -> check(Map.of("ones1ght.system.key", value)))
                .hasMessageStartingWith("ones1ght.system.key is not usable, but has to be ")
                .hasMessageNotContaining(value);
        assertThatCode(() -> check(Map.of("ones1ght.system.key", "x".repeat(32))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-secret-of-31-characters------",
                "a secret with spaces that is long enough",
                "a-secret-of-more-than-thirty-two-characters,short",
                "a-secret-of-more-than-thirty-two-characters,"
            })
    void secretsOfTokensThatCannotBeUsedAreRefusedWithoutBeingTold(String value) {
        assertThatThrownBy(() -> check(Map.of("ones1ght.token.secrets", value)))
                .hasMessageStartingWith("ones1ght.token.secrets is not usable, but has to be ")
                .hasMessageNotContaining(value);
        assertThatCode(() -> check(Map.of("ones1ght.token.secrets", "x".repeat(32) + ", " + "y".repeat(32))))
                .doesNotThrowAnyException();
    }

    private static void check(Map<String, String> values) {
        Config config = new FixedConfig(values);
        new SettingsCheck(config, new ModelBackends(config)).run();
    }

    /** What was set, as text. */
    private record FixedConfig(Map<String, String> values) implements Config {

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            return Optional.ofNullable(values.get(name)).map(type::cast);
        }

        @Override
        public <T> T getValue(String name, Class<T> type) {
            return getOptionalValue(name, type).orElseThrow();
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
