package com.ones1ght.adapters.persistence.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ones1ght.application.access.StoredKey;
import com.ones1ght.application.access.port.ApiKeys;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedApiKeysTest {

    private static final Instant NOW = Instant.parse("2026-04-29T05:28:08Z");
    private static final KeyHash HASH = KeyHash.of("osk_two_1");
    private static final ApiKey KEY = new ApiKey(
            new ApiKeyId(UUID.randomUUID()),
            new Tenant(new TenantId(UUID.randomUUID()), "two", "A retailer", Language.KO, true),
            new KeyLine(UUID.randomUUID()),
            KeyType.CLIENT_SDK,
            "osk_two_1",
            Set.of(),
            NOW,
            null,
            null);

    private static final class Stored implements ApiKeys {

        private final Map<KeyHash, ApiKey> keys = new HashMap<>();
        private int lookups;
        private Runnable meanwhile = () -> {};

        @Override
        public Optional<ApiKey> find(KeyHash hash) {
            return findCurrent(hash);
        }

        @Override
        public Optional<ApiKey> find(ApiKeyId id) {
            return findCurrent(id);
        }

        @Override
        public Optional<ApiKey> findCurrent(ApiKeyId id) {
            return answer(
                    keys.values().stream().filter(key -> key.id().equals(id)).findFirst());
        }

        @Override
        public Optional<ApiKey> findCurrent(KeyHash hash) {
            return answer(Optional.ofNullable(keys.get(hash)));
        }

        private Optional<ApiKey> answer(Optional<ApiKey> answer) {
            lookups++;
            meanwhile.run();
            return answer;
        }

        @Override
        public boolean addIfAbsent(ApiKey key, KeyHash hash, String name) {
            return keys.putIfAbsent(hash, key) == null;
        }

        @Override
        public List<StoredKey> ofTenant(TenantId tenant) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredKey> lockOfTenant(TenantId tenant) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void saveRevoked(ApiKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void noteUses(Map<ApiKeyId, Instant> uses) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget() {
            throw new UnsupportedOperationException();
        }
    }

    private final Stored stored = new Stored();
    private final AtomicLong nanos = new AtomicLong();
    private final ApiKeys keys = new CachedApiKeys(stored, nanos::get);

    @Test
    void keyShouldBeCachedForTwoSeconds() {
        stored.keys.put(HASH, KEY);

        assertThat(keys.find(HASH)).contains(KEY);
        nanos.addAndGet(CachedApiKeys.TIME_TO_LIVE.toNanos() - 1);
        assertThat(keys.find(HASH)).contains(KEY);
        assertThat(stored.lookups).isEqualTo(1);

        stored.keys.clear();
        nanos.addAndGet(1);
        assertThat(keys.find(HASH)).isEmpty();
    }

    @Test
    void keyShouldBeCachedByItsIdToo() {
        stored.keys.put(HASH, KEY);

        assertThat(keys.find(KEY.id())).contains(KEY);
        assertThat(keys.find(KEY.id())).contains(KEY);
        assertThat(stored.lookups).isEqualTo(1);

        stored.keys.clear();
        assertThat(keys.findCurrent(KEY.id())).isEmpty();
        stored.keys.put(HASH, KEY);
        keys.forget();
        assertThat(keys.find(KEY.id())).contains(KEY);
    }

    @Test
    void absenceOfKeyShouldBeCached() {
        keys.find(HASH);
        keys.find(HASH);

        assertThat(stored.lookups).isEqualTo(1);
    }

    @Test
    void forgottenKeyShouldBeLookedUpAgain() {
        stored.keys.put(HASH, KEY);
        keys.find(HASH);
        stored.keys.clear();

        keys.forget();

        assertThat(keys.find(HASH)).isEmpty();
    }

    @Test
    void answerFromBeforeForgetShouldNotBeCached() {
        stored.keys.put(HASH, KEY);
        stored.meanwhile = () -> {
            stored.keys.clear();
            keys.forget();
        };
        assertThat(keys.find(HASH)).contains(KEY);
        stored.meanwhile = () -> {};

        assertThat(keys.find(HASH)).isEmpty();
    }

    @Test
    void currentStateShouldBypassTheCache() {
        keys.find(HASH);
        stored.keys.put(HASH, KEY);

        assertThat(keys.findCurrent(HASH)).contains(KEY);
        assertThat(keys.find(HASH)).contains(KEY);
    }

    @Test
    void addedKeyShouldBeFoundAtOnce() {
        keys.find(HASH);

        keys.addIfAbsent(KEY, HASH, "a key");

        assertThat(keys.find(HASH)).contains(KEY);
    }
}
