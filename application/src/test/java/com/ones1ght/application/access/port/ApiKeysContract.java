package com.ones1ght.application.access.port;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.access.StoredKey;
import com.ones1ght.application.shared.port.AtOnce;
import com.ones1ght.application.shared.port.StorageFixture;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.tenant.StageFlow;
import com.ones1ght.domain.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link ApiKeys} does. */
public interface ApiKeysContract {

    StorageFixture fixture();

    private static KeyHash aHash() {
        return KeyHash.of("osk_test_" + UUID.randomUUID());
    }

    private static ApiKey aKeyOf(Tenant tenant) {
        return aKeyOf(tenant, NOW);
    }

    private static ApiKey aKeyOf(Tenant tenant, Instant createdAt) {
        return new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                tenant,
                new KeyLine(UUID.randomUUID()),
                KeyType.CLIENT_SDK,
                "osk_two_708f",
                Set.of(Scope.PROFILE, Scope.CHAT),
                createdAt,
                NOW.plus(Duration.ofDays(30)),
                null);
    }

    private boolean add(StorageFixture storage, ApiKey key, KeyHash hash) {
        return storage.inTransaction(() -> storage.apiKeys().addIfAbsent(key, hash, "a key"));
    }

    @Test
    default void anAddedKeyIsFoundAsItWasGiven() {
        StorageFixture storage = fixture();
        ApiKey key = aKeyOf(storage.aTenant());
        KeyHash hash = aHash();

        assertThat(add(storage, key, hash)).isTrue();

        assertThat(storage.apiKeys().findCurrent(hash)).contains(key);
        assertThat(storage.apiKeys().find(hash)).contains(key);
        assertThat(storage.apiKeys().findCurrent(key.id())).contains(key);
        assertThat(storage.apiKeys().find(key.id())).contains(key);
    }

    @Test
    default void aKeyWithoutScopesAndWithoutAnEndIsFoundAsItWasGiven() {
        StorageFixture storage = fixture();
        ApiKey key = new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                storage.aTenant(),
                new KeyLine(UUID.randomUUID()),
                KeyType.ADMIN,
                "oak_two_708f",
                Set.of(),
                NOW,
                null,
                null);
        KeyHash hash = aHash();

        add(storage, key, hash);

        assertThat(storage.apiKeys().findCurrent(hash)).contains(key);
    }

    @Test
    default void revokedKeysAreFoundToo() {
        StorageFixture storage = fixture();
        ApiKey active = aKeyOf(storage.aTenant());
        ApiKey revoked = new ApiKey(
                active.id(),
                active.tenant(),
                active.line(),
                active.type(),
                active.prefix(),
                active.scopes(),
                active.createdAt(),
                active.expiresAt(),
                NOW.plusSeconds(1));
        KeyHash hash = aHash();

        add(storage, revoked, hash);

        assertThat(storage.apiKeys().findCurrent(hash)).contains(revoked);
        assertThat(storage.apiKeys().find(hash)).contains(revoked);
    }

    @Test
    default void anUnknownHashAndAnUnknownIdAreNotFound() {
        StorageFixture storage = fixture();
        KeyHash hash = aHash();
        ApiKeyId id = new ApiKeyId(UUID.randomUUID());

        assertThat(storage.apiKeys().find(id)).isEmpty();
        assertThat(storage.apiKeys().findCurrent(id)).isEmpty();
        assertThat(storage.apiKeys().find(hash)).isEmpty();
        assertThat(storage.apiKeys().findCurrent(hash)).isEmpty();
    }

    @Test
    default void aKeyThatWasMissedBeforeIsCurrentAsSoonAsItIsAdded() {
        StorageFixture storage = fixture();
        ApiKey key = aKeyOf(storage.aTenant());
        KeyHash hash = aHash();
        assertThat(storage.apiKeys().find(hash)).isEmpty();

        add(storage, key, hash);

        assertThat(storage.apiKeys().findCurrent(hash)).contains(key);
    }

    @Test
    default void aSecondKeyWithTheSameHashChangesNothing() {
        StorageFixture storage = fixture();
        Tenant tenant = storage.aTenant();
        ApiKey first = aKeyOf(tenant);
        KeyHash hash = aHash();
        add(storage, first, hash);

        assertThat(add(storage, aKeyOf(tenant), hash)).isFalse();

        assertThat(storage.apiKeys().findCurrent(hash)).contains(first);
    }

    @Test
    default void ofManyAddedAtOnceWithTheSameHashOneIsAdded() {
        StorageFixture storage = fixture();
        Tenant tenant = storage.aTenant();
        KeyHash hash = aHash();

        List<Boolean> added = AtOnce.on(8, i -> add(storage, aKeyOf(tenant), hash));

        assertThat(added).containsOnlyOnce(true);
    }

    @Test
    default void aKeyIsFoundWithTheStagesOfItsTenant() {
        StorageFixture storage = fixture();
        ApiKey key = aKeyOf(storage.aTenantWith(new StageFlow(List.of("READY", "CHAT", "CHECKOUT"))));
        KeyHash hash = aHash();
        add(storage, key, hash);

        assertThat(storage.apiKeys().findCurrent(hash)).contains(key);
    }

    @Test
    default void aTenantsKeysComeInTheOrderOfTheirMakingAndNobodyElses() {
        StorageFixture storage = fixture();
        Tenant tenant = storage.aTenant();
        ApiKey first = aKeyOf(tenant);
        ApiKey second = aKeyOf(tenant, NOW.plusSeconds(1));
        add(storage, second, aHash());
        add(storage, first, aHash());
        add(storage, aKeyOf(storage.aTenant()), aHash());

        assertThat(storage.apiKeys().ofTenant(tenant.id()))
                .containsExactly(new StoredKey(first, "a key", null), new StoredKey(second, "a key", null));
        assertThat(storage.inTransaction(() -> storage.apiKeys().lockOfTenant(tenant.id())))
                .hasSize(2);
    }

    @Test
    default void aRevokedKeyIsFoundAsRevokedOnceWhatIsRememberedIsForgotten() {
        StorageFixture storage = fixture();
        ApiKey key = aKeyOf(storage.aTenant());
        KeyHash hash = aHash();
        add(storage, key, hash);
        assertThat(storage.apiKeys().find(hash)).contains(key);
        assertThat(storage.apiKeys().find(key.id())).contains(key);

        storage.run(() -> storage.apiKeys().saveRevoked(key.revoked(NOW.plusSeconds(5))));
        storage.apiKeys().forget();

        assertThat(storage.apiKeys().find(hash)).contains(key.revoked(NOW.plusSeconds(5)));
        assertThat(storage.apiKeys().find(key.id())).contains(key.revoked(NOW.plusSeconds(5)));
    }

    @Test
    default void ofTwoWhoDecideAboutAllKeysAtOnceTheSecondSeesWhatTheFirstDid() {
        StorageFixture storage = fixture();
        Tenant tenant = storage.aTenant();
        for (int i = 0; i < 8; i++) {
            add(storage, aKeyOf(tenant), aHash());
        }

        AtOnce.on(
                8,
                i -> storage.inTransaction(() -> {
                    ApiKey next = storage.apiKeys().lockOfTenant(tenant.id()).stream()
                            .map(StoredKey::key)
                            .filter(key -> key.revokedAt() == null)
                            .findFirst()
                            .orElseThrow();
                    storage.apiKeys().saveRevoked(next.revoked(NOW));
                    return i;
                }));

        assertThat(storage.apiKeys().ofTenant(tenant.id()))
                .hasSize(8)
                .allMatch(stored -> stored.key().revokedAt() != null);
    }

    @Test
    default void usesAreNotedAndNeverGoBack() {
        StorageFixture storage = fixture();
        Tenant tenant = storage.aTenant();
        ApiKey used = aKeyOf(tenant);
        ApiKey unused = aKeyOf(tenant, NOW.plusSeconds(1));
        add(storage, used, aHash());
        add(storage, unused, aHash());

        storage.apiKeys().noteUses(Map.of(used.id(), NOW.plusSeconds(60), new ApiKeyId(UUID.randomUUID()), NOW));
        storage.apiKeys().noteUses(Map.of(used.id(), NOW.plusSeconds(30)));

        assertThat(storage.apiKeys().ofTenant(tenant.id()))
                .extracting(StoredKey::lastUsedAt)
                .containsExactly(NOW.plusSeconds(60), null);
    }
}
