package com.ones1ght.adapters.persistence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.ones1ght.adapters.persistence.shared.Sql;
import com.ones1ght.application.access.port.TokenProfiles;
import com.ones1ght.domain.access.Owner;
import com.ones1ght.domain.profile.ProfileId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the primary key, and caches the answers until {@link #forget}, or for half a minute on a node that misses it. So
 * a token costs no more than a key, also when many polls with tokens wait and are checked every two seconds.
 */
final class CachedTokenProfiles implements TokenProfiles {

    private static final String EXISTS = """
            SELECT id FROM profile
             WHERE id = :profile AND tenant_id = :owner.tenant AND key_line_id = :owner.line""";

    static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

    private static final int MAX_PROFILES = 50_000;

    private final Sql sql;
    private final Cache<Subject, Boolean> cache;
    private final AtomicLong generation = new AtomicLong();

    CachedTokenProfiles(Sql sql, Ticker ticker) {
        this.sql = sql;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MAX_PROFILES)
                .expireAfterWrite(TIME_TO_LIVE)
                .ticker(ticker)
                .build();
    }

    /** @param generation the number of calls of {@link #forget} before the query: its answer is not used after another */
    private record Subject(long generation, Owner owner, ProfileId profile) {}

    @Override
    public boolean exists(Owner owner, ProfileId profile) {
        Subject subject = new Subject(generation.get(), owner, profile);
        // Not loaded by the cache, which would hold a lock while the database hangs.
        Boolean known = cache.getIfPresent(subject);
        if (known == null) {
            known = sql.statement(EXISTS)
                    .bind("profile", profile)
                    .bind("owner", owner)
                    .first(row -> row.uuid("id"))
                    .isPresent();
            cache.put(subject, known);
        }
        return known;
    }

    @Override
    public void forget() {
        generation.incrementAndGet();
    }
}
