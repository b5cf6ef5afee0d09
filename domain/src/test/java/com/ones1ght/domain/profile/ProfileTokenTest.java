package com.ones1ght.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTokenTest {

    private static final Instant NOW = Instant.parse("2026-04-17T05:36:28.789Z");
    private static final Instant SECOND = Instant.parse("2026-04-17T05:36:28Z");
    private static final ProfileId PROFILE = new ProfileId(new UUID(1, 2));
    private static final ProfileId ANOTHER = new ProfileId(new UUID(1, 3));
    private static final Set<Scope> ALL = Set.of(Scope.PROFILE, Scope.CHAT);

    @Test
    void tokenShouldHaveTheScopesOfItsKeyUnlessFewerAreWanted() {
        assertThat(issue(aKey(ALL, null), null).scopes()).isEqualTo(ALL);
        assertThat(issue(aKey(ALL, null), Set.of(Scope.CHAT)).scopes()).containsExactly(Scope.CHAT);
    }

    @Test
    void scopesThatTheKeyLacksAndNoneAtAllShouldBeRefused() {
        ApiKey key = aKey(Set.of(Scope.PROFILE), null);

        assertThatThrownBy(() -> issue(key, ALL)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> issue(key, Set.of(Scope.CHAT))).hasMessageContaining("scopes must be one or more");
        assertThatThrownBy(() -> issue(key, Set.of())).isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {60, 900, 3600})
    void termShouldBeCountedInWholeSeconds(long seconds) {
        ProfileToken token = ProfileToken.issue(aKey(ALL, null), PROFILE, null, Duration.ofSeconds(seconds), NOW);

        assertThat(token.issuedAt()).isEqualTo(SECOND);
        assertThat(token.expiresAt()).isEqualTo(SECOND.plusSeconds(seconds));
        assertThat(token.isExpired(SECOND.plusSeconds(seconds).minusNanos(1))).isFalse();
        assertThat(token.isExpired(SECOND.plusSeconds(seconds))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MIN_VALUE, -1, 0, 59, 3601, Integer.MAX_VALUE})
    void otherTermsShouldBeRefused(long seconds) {
        assertThatThrownBy(() -> ProfileToken.check(aKey(ALL, null), null, Duration.ofSeconds(seconds)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("expiresInSeconds must be from 60 to 3600");
    }

    @Test
    void tokenShouldNotOutliveItsKey() {
        assertThat(issue(aKey(ALL, NOW.plusSeconds(30)), null).expiresAt()).isEqualTo(SECOND.plusSeconds(30));
        assertThat(issue(aKey(ALL, NOW.plusMillis(1)), null).expiresAt()).isEqualTo(SECOND);
    }

    @Test
    void keyShouldOwnNothingForTheBearerOfAnotherProfilesToken() {
        ApiKey key = aKey(ALL, null);
        ProfileToken token = issue(key, Set.of(Scope.CHAT));

        assertThat(token.keyFor(key, PROFILE).owner()).isEqualTo(key.owner());
        assertThat(token.keyFor(key, PROFILE).scopes()).containsExactly(Scope.CHAT);
        assertThat(token.keyFor(key, ANOTHER).line()).isEqualTo(KeyLine.NONE);
        assertThat(token.keyFor(key, null).line()).isEqualTo(KeyLine.NONE);
        assertThat(token.keyFor(key, ANOTHER).tenant()).isEqualTo(key.tenant());
    }

    private static ProfileToken issue(ApiKey key, @Nullable Set<Scope> scopes) {
        return ProfileToken.issue(key, PROFILE, scopes, ProfileToken.DEFAULT_TERM, NOW);
    }

    private static ApiKey aKey(Set<Scope> scopes, @Nullable Instant expiresAt) {
        return new ApiKey(
                new ApiKeyId(new UUID(0, 2)),
                new Tenant(new TenantId(new UUID(0, 1)), "two", "Two", Language.KO, true),
                new KeyLine(new UUID(0, 3)),
                KeyType.CLIENT_SDK,
                "osk_two_708f",
                scopes,
                SECOND,
                expiresAt,
                null);
    }
}
