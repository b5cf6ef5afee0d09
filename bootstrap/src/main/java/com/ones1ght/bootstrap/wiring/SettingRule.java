package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.llm.http.UpstreamHost;
import com.ones1ght.adapters.rest.forwarding.TrustedProxies;
import com.ones1ght.domain.model.ModelUrls;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the value of a setting has to be. */
interface SettingRule {

    /** What follows "but has to be"; null when the value keeps the rule. */
    @Nullable
    String brokenBy(String value);

    /** Whether the value must not be told. */
    default boolean isSecret() {
        return false;
    }

    record AtLeast(Duration least) implements SettingRule {

        @Override
        public @Nullable String brokenBy(String value) {
            try {
                return Duration.parse(value).compareTo(least) >= 0 ? null : "a duration of at least " + least;
            } catch (DateTimeParseException e) {
                return "a duration in the form of ISO 8601, for example PT30S or PT5M";
            }
        }
    }

    record Between(long least, long most) implements SettingRule {

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

    record Share() implements SettingRule {

        @Override
        public @Nullable String brokenBy(String value) {
            return value.matches("0(\\.[0-9]+)?|1(\\.0+)?") ? null : "a number from 0 to 1, for example 0.1";
        }
    }

    record Flag() implements SettingRule {

        @Override
        public @Nullable String brokenBy(String value) {
            return value.equals("true") || value.equals("false") ? null : "true or false";
        }
    }

    record OneOf(List<String> allowed) implements SettingRule {

        @Override
        public @Nullable String brokenBy(String value) {
            return allowed.contains(value) ? null : "one of " + String.join(", ", allowed);
        }
    }

    record HttpUrl() implements SettingRule {

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

    record Secret() implements SettingRule {

        @Override
        public @Nullable String brokenBy(String value) {
            return value.chars().allMatch(c -> c > ' ' && c < 0x7f) ? null : "of visible ASCII characters";
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }

    record LongSecret(int least) implements SettingRule {

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

    /** Separated by commas. */
    record LongSecrets(int least) implements SettingRule {

        @Override
        public @Nullable String brokenBy(String value) {
            LongSecret each = new LongSecret(least);
            return Arrays.stream(value.split(",", -1))
                            .map(String::strip)
                            .allMatch(secret -> each.brokenBy(secret) == null)
                    ? null
                    : "one or more secrets, separated by commas, each of at least " + least
                            + " visible ASCII characters";
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }

    /** Compared with what browsers send letter by letter: written otherwise, an origin would never be let in. */
    record Origins() implements SettingRule {

        private static final Pattern ORIGIN = Pattern.compile(
                "(?!http://.*:80$|https://.*:443$)[a-z][a-z0-9+.-]*://(?:[a-z0-9._-]+|\\[[0-9a-f:.]+])(?::[1-9][0-9]{0,4})?");

        @Override
        public @Nullable String brokenBy(String value) {
            boolean isUsable = Arrays.stream(value.split(","))
                    .map(String::strip)
                    .allMatch(origin -> origin.isEmpty()
                            || origin.equals("*")
                            || ORIGIN.matcher(origin).matches());
            return isUsable
                    ? null
                    : "*, or origins as browsers send them, separated by commas: in lower case, without a path and"
                            + " without the port that the scheme has anyway, for example https://shop.example";
        }
    }

    record AddressRanges() implements SettingRule {

        @Override
        public @Nullable String brokenBy(String value) {
            try {
                TrustedProxies.parse(value);
                return null;
            } catch (IllegalArgumentException e) {
                return "IP addresses or ranges of them, separated by commas, such as 10.0.0.0/8, 2001:db8::/32: "
                        + e.getMessage();
            }
        }
    }

    record UrlPatterns() implements SettingRule {

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
}
