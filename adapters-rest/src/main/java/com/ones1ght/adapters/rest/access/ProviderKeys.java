package com.ones1ght.adapters.rest.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;

/** The public keys of an identity provider; those at a URL are fetched again when a token names an unknown one. */
final class ProviderKeys {

    private static final Duration FETCH_LIMIT = Duration.ofSeconds(2);
    private static final int MAX_BYTES = 256 * 1024;

    private ProviderKeys() {}

    /** @throws IllegalStateException when none can be read; names the setting */
    static JWKSource<SecurityContext> of(TokenTrust trust) {
        if (trust.publicKey().isPresent()) {
            return parsed(trust.publicKey().get(), "mp.jwt.verify.publickey");
        }
        String location = trust.location().orElseThrow();
        if (location.startsWith("http://") || location.startsWith("https://")) {
            return JWKSourceBuilder.create(url(location), new KeySetRetriever(FETCH_LIMIT, MAX_BYTES))
                    .retrying(true)
                    .build();
        }
        return parsed(text(location), "mp.jwt.verify.publickey.location");
    }

    private static URL url(String location) {
        try {
            return URI.create(location).toURL();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalStateException("mp.jwt.verify.publickey.location is not a URL", e);
        }
    }

    private static String text(String location) {
        String path = location.startsWith("classpath:") ? location.substring("classpath:".length()) : location;
        try (InputStream in = location.startsWith("file:")
                ? url(location).openStream()
                : Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("mp.jwt.verify.publickey.location does not exist");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("mp.jwt.verify.publickey.location cannot be read", e);
        }
    }

    private static JWKSource<SecurityContext> parsed(String keys, String setting) {
        try {
            JWKSet set = set(keys.strip());
            boolean isTheOnlyOne = set.size() == 1 && set.getKeys().get(0).getKeyID() == null;
            // Tokens may name a key that has no id here.
            return isTheOnlyOne ? (selector, context) -> set.getKeys() : new ImmutableJWKSet<>(set);
        } catch (ParseException | JOSEException e) {
            // Without the cause, which may quote the key.
            throw new IllegalStateException(setting + " is neither a key in PEM nor a JWK or a set of them");
        }
    }

    private static JWKSet set(String keys) throws ParseException, JOSEException {
        if (!keys.startsWith("{")) {
            return new JWKSet(ofPem(keys));
        }
        return keys.contains("\"keys\"") ? JWKSet.parse(keys) : new JWKSet(JWK.parse(keys));
    }

    /** An RSA or EC public key in the format of {@code openssl}. */
    private static JWK ofPem(String pem) throws JOSEException {
        X509EncodedKeySpec encoded = new X509EncodedKeySpec(der(pem));
        try {
            return new RSAKey.Builder(
                            (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(encoded))
                    .build();
        } catch (GeneralSecurityException e) {
            return ofCurve(encoded);
        }
    }

    private static JWK ofCurve(X509EncodedKeySpec encoded) throws JOSEException {
        try {
            ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(encoded);
            return new ECKey.Builder(Curve.forECParameterSpec(key.getParams()), key).build();
        } catch (GeneralSecurityException e) {
            throw new JOSEException("neither of RSA nor of an elliptic curve", e);
        }
    }

    private static byte[] der(String pem) throws JOSEException {
        try {
            return Base64.getMimeDecoder()
                    .decode(pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "")
                            .strip());
        } catch (IllegalArgumentException e) {
            throw new JOSEException("not PEM", e);
        }
    }
}
