package com.ones1ght.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
    private static final Instant CREATED = Instant.parse("2026-04-17T05:36:28.123Z");
    private static final Instant EXPIRES = CREATED.plusSeconds(60);

    @Test
    void keyShouldBeActiveUntilTheInstantOfItsExpiry() {
        ApiKey key = aKey(EXPIRES, null);

        assertThat(key.status(CREATED)).isEqualTo(KeyStatus.ACTIVE);
        assertThat(key.status(EXPIRES.minusNanos(1))).isEqualTo(KeyStatus.ACTIVE);
        assertThat(key.status(EXPIRES)).isEqualTo(KeyStatus.EXPIRED);
        assertThat(key.status(EXPIRES.plusSeconds(1))).isEqualTo(KeyStatus.EXPIRED);
    }

    @Test
    void permanentKeyShouldNeverExpire() {
        assertThat(aKey(null, null).status(Instant.MAX)).isEqualTo(KeyStatus.ACTIVE);
    }

    @Test
    void revokedKeyShouldStayRevokedAfterItsExpiry() {
        ApiKey key = aKey(EXPIRES, CREATED.plusSeconds(1));

        assertThat(key.status(CREATED.plusSeconds(1))).isEqualTo(KeyStatus.REVOKED);
        assertThat(key.status(EXPIRES.plusSeconds(1))).isEqualTo(KeyStatus.REVOKED);
    }

    @Test
    void keyShouldReachTheProfilesOfItsLine() {
        ApiKey key = aKey(null, null);

        assertThat(key.owner()).isEqualTo(new Owner(key.tenant().id(), key.line()));
    }

    private static ApiKey aKey(@Nullable Instant expiresAt, @Nullable Instant revokedAt) {
        Tenant tenant = new Tenant(new TenantId(new UUID(0, 1)), "two", "Two", Language.KO, true);
        return new ApiKey(
                new ApiKeyId(new UUID(0, 2)),
                tenant,
                new KeyLine(new UUID(0, 3)),
                KeyType.CLIENT_SDK,
                "osk_two_708f",
                Set.of(Scope.CHAT),
                CREATED,
                expiresAt,
                revokedAt);
    }
}
