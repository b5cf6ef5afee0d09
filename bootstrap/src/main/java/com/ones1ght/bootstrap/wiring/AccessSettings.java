package com.ones1ght.bootstrap.wiring;

import com.ones1ght.adapters.persistence.access.HmacProfileTokens;
import com.ones1ght.adapters.persistence.access.SqlTokenSecret;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.adapters.rest.access.JwtAdminTokens;
import com.ones1ght.adapters.rest.access.TokenTrust;
import com.ones1ght.application.access.port.AdminTokens;
import com.ones1ght.application.access.port.KeySecrets;
import com.ones1ght.application.access.port.ProfileTokens;
import com.ones1ght.domain.access.SystemKey;
import com.ones1ght.domain.model.ModelUrls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads what an operator may set about credentials, and about the models of tenants. */
@ApplicationScoped
public class AccessSettings {

    /** Null when none is set. */
    @Produces
    @Nullable
    SystemKey systemKey(@ConfigProperty(name = "ones1ght.system.key") Optional<String> key) {
        return key.map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(SystemKey::of)
                .orElse(null);
    }

    @Produces
    @ApplicationScoped
    AdminTokens adminTokens(
            @ConfigProperty(name = "mp.jwt.verify.publickey") Optional<String> publicKey,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> location,
            @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Optional<String> audiences,
            @ConfigProperty(name = "mp.jwt.verify.clock.skew", defaultValue = "30") int clockSkewSeconds) {
        TokenTrust trust = new TokenTrust(
                publicKey, location, issuer, Set.copyOf(listed(audiences)), Duration.ofSeconds(clockSkewSeconds));
        return new JwtAdminTokens(trust);
    }

    /** Signs with the configured secrets, or else with one that the nodes of the database agree on. */
    @Produces
    @ApplicationScoped
    ProfileTokens profileTokens(
            Sql sql, KeySecrets random, @ConfigProperty(name = "ones1ght.token.secrets") Optional<String> secrets) {
        List<String> configured = listed(secrets);
        return new HmacProfileTokens(
                configured.isEmpty() ? List.of(new SqlTokenSecret(sql).agree(random)) : configured);
    }

    @Produces
    ModelUrls modelUrls(@ConfigProperty(name = "ones1ght.model-urls") Optional<String> allowed) {
        return new ModelUrls(listed(allowed));
    }

    /** Separated by commas: the server injects no optional lists. */
    private static List<String> listed(Optional<String> values) {
        return Arrays.stream(values.orElse("").split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }
}
