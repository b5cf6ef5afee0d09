package com.ones1ght.adapters.rest.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.ones1ght.application.access.AdminToken;
import com.ones1ght.application.access.port.AdminTokens;
import com.ones1ght.application.shared.LogText;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens by MicroProfile JWT: signed with the provider's private key, never with a shared secret, with
 * {@code iss}, {@code sub}, {@code exp}, the roles in {@code groups} and the tenant's code in {@code tenant}.
 */
public final class JwtAdminTokens implements AdminTokens {

    private static final System.Logger LOG = System.getLogger(JwtAdminTokens.class.getName());
    private static final String ROLE = "tenant-admin";
    private static final String TENANT = "tenant";
    private static final String GROUPS = "groups";

    private static final Set<JWSAlgorithm> ALGORITHMS = new HashSet<>(List.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512));

    private final @Nullable DefaultJWTProcessor<SecurityContext> processor;

    /** @throws IllegalStateException when the provider's keys cannot be read */
    public JwtAdminTokens(TokenTrust trust) {
        this.processor = trust.isGiven() ? processor(trust) : null;
    }

    private static DefaultJWTProcessor<SecurityContext> processor(TokenTrust trust) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, ProviderKeys.of(trust)));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                trust.audiences().isEmpty() ? null : new HashSet<>(trust.audiences()),
                new JWTClaimsSet.Builder().issuer(trust.issuer().orElseThrow()).build(),
                Set.of("sub", "exp", TENANT),
                Set.of());
        claims.setMaxClockSkew((int) trust.clockSkew().toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
        return processor;
    }

    @Override
    public Optional<AdminToken> read(String token) {
        if (processor == null) {
            return Optional.empty();
        }
        try {
            return token(processor.process(token, null));
        } catch (RateLimitReachedException e) {
            // Names a key that did not exist a moment ago; anyone can send such tokens, so the provider is not asked
            // again.
            return Optional.empty();
        } catch (KeySourceException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The keys of the identity provider are unavailable: {0}",
                    LogText.of(e.getMessage()));
            throw new DomainException(
                    ErrorCode.UNAVAILABLE, "The keys of the identity provider are unavailable; try again later");
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    private static Optional<AdminToken> token(JWTClaimsSet claims) throws ParseException {
        String subject = claims.getSubject();
        String tenant = claims.getStringClaim(TENANT);
        // The verifier accepts a null claim as present; such a token would never expire.
        if (claims.getExpirationTime() == null || !isName(subject) || !isName(tenant)) {
            return Optional.empty();
        }
        List<String> groups = claims.getClaim(GROUPS) == null ? List.of() : claims.getStringListClaim(GROUPS);
        return Optional.of(new AdminToken(subject, tenant, groups.contains(ROLE)));
    }

    /** JSON allows U+0000 and lone surrogates in strings; PostgreSQL does not. */
    private static boolean isName(@Nullable String claim) {
        return claim != null
                && !claim.isBlank()
                && claim.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(claim);
    }
}
