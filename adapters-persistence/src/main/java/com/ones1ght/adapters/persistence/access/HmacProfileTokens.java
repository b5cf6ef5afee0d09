package com.ones1ght.adapters.persistence.access;

import com.ones1ght.application.access.port.ProfileTokens;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.profile.ProfileToken;
import com.ones1ght.domain.shared.Require;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Profile tokens with an HMAC-SHA-256: {@code ost_<tenant code>_} and the Base64url of a payload of {@value #PAYLOAD}
 * bytes and its MAC, which also covers the text before it. Both together are a multiple of three bytes, so that each
 * token has one spelling.
 *
 * <p>The payload: a byte of scopes, whose upper half is the version, zero; the term in seconds (2 bytes), the expiry in
 * seconds since 1970 (8), the ids of key and profile (16 each).
 */
public final class HmacProfileTokens implements ProfileTokens {

    /** The shortest secret, in characters: it may be chosen by people. */
    public static final int MIN_SECRET_LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PAYLOAD = 1 + 2 + 8 + 16 + 16;
    private static final int MAC = 32;
    private static final int ENCODED = (PAYLOAD + MAC) / 3 * 4;

    private final List<SecretKeySpec> secrets;

    /** @param secrets the first one signs, all verify; at least one, each of {@link #MIN_SECRET_LENGTH} characters */
    public HmacProfileTokens(List<String> secrets) {
        Require.that(!secrets.isEmpty(), "the secrets of tokens", "not be empty");
        secrets.forEach(secret -> Require.that(
                secret.length() >= MIN_SECRET_LENGTH,
                "each secret of tokens",
                "have at least " + MIN_SECRET_LENGTH + " characters"));
        this.secrets = secrets.stream()
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
    }

    @Override
    public String sign(ProfileToken token, String tenantCode) {
        String head = ProfileToken.PREFIX + tenantCode + "_";
        byte[] payload = payload(token);
        byte[] signed = ByteBuffer.allocate(PAYLOAD + MAC)
                .put(payload)
                .put(mac(secrets.get(0), head, payload))
                .array();
        return head + Base64.getUrlEncoder().encodeToString(signed);
    }

    @Override
    public Optional<ProfileToken> read(String text) {
        int end = text.indexOf('_', ProfileToken.PREFIX.length()) + 1;
        if (!text.startsWith(ProfileToken.PREFIX) || end == 0 || text.length() != end + ENCODED) {
            return Optional.empty();
        }
        byte[] signed = decoded(text.substring(end));
        if (signed == null) {
            return Optional.empty();
        }
        String head = text.substring(0, end);
        ByteBuffer bytes = ByteBuffer.wrap(signed);
        byte[] payload = new byte[PAYLOAD];
        byte[] presented = new byte[MAC];
        bytes.get(payload).get(presented);
        return secrets.stream().anyMatch(secret -> MessageDigest.isEqual(mac(secret, head, payload), presented))
                ? Optional.of(token(ByteBuffer.wrap(payload)))
                : Optional.empty();
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            // Padding makes it shorter.
            return bytes.length == PAYLOAD + MAC ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] payload(ProfileToken token) {
        int scopes = token.scopes().stream().mapToInt(HmacProfileTokens::bit).sum();
        Duration term = Duration.between(token.issuedAt(), token.expiresAt());
        ByteBuffer bytes = ByteBuffer.allocate(PAYLOAD)
                .put((byte) scopes)
                .putShort((short) term.toSeconds())
                .putLong(token.expiresAt().getEpochSecond());
        put(bytes, token.key().value());
        put(bytes, token.profile().value());
        return bytes.array();
    }

    private static ProfileToken token(ByteBuffer payload) {
        int bits = payload.get();
        Set<Scope> scopes = EnumSet.allOf(Scope.class);
        scopes.removeIf(scope -> (bits & bit(scope)) == 0);
        int term = payload.getShort();
        Instant expiresAt = Instant.ofEpochSecond(payload.getLong());
        return new ProfileToken(
                new ApiKeyId(uuid(payload)),
                new ProfileId(uuid(payload)),
                scopes,
                expiresAt.minusSeconds(term),
                expiresAt);
    }

    /** Written out: tokens outlive a deployment that adds a scope. */
    private static int bit(Scope scope) {
        return switch (scope) {
            case PROFILE -> 1;
            case CHAT -> 2;
        };
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static byte[] mac(SecretKeySpec secret, String head, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
