package com.ones1ght.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.access.AuthenticateUseCase.Command;
import com.ones1ght.application.access.ValidateKeyUseCase.Validation;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.Area;
import com.ones1ght.domain.access.KeyHash;
import com.ones1ght.domain.access.KeyLine;
import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.access.SystemKey;
import com.ones1ght.domain.profile.ProfileId;
import com.ones1ght.domain.profile.ProfileToken;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTokenAccessTest {

    private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);
    private static final ProfileId PROFILE = new ProfileId(UUID.randomUUID());
    private static final Duration TERM = Duration.ofMinutes(15);

    private static final Instant NOW = Instant.parse("2026-04-29T05:28:08Z");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final FakeProfileTokens tokens = new FakeProfileTokens();
    private final FakeTokenProfiles profiles = new FakeTokenProfiles();
    private final KeyUses uses = new KeyUses(
            storage.apiKeys(), Runnable::run, Executors.newSingleThreadScheduledExecutor(), Duration.ofMinutes(1));
    private final AuthenticateUseCase authenticate = new AuthenticateService(
            storage.apiKeys(),
            SystemKey.of("the-key-of-the-operator-of-all-this"),
            token -> Optional.empty(),
            tokens,
            profiles,
            storage.tenants(),
            uses,
            new DemoTenant(false),
            clock);
    private final ValidateKeyUseCase validate =
            new ValidateKeyService(storage.apiKeys(), tokens, new DemoTenant(false), clock);

    @Test
    void tokenShouldAuthorizeWhatItsKeyDoesForItsProfileAlone() {
        ApiKey key = store(aKey(true, null));

        Principal principal = authenticate(tokenOf(key, ALL), Area.CHAT);

        assertThat(principal.tenant()).isEqualTo(key.tenant());
        assertThat(principal).isInstanceOfSatisfying(Principal.Client.class, client -> {
            assertThat(client.keyFor(PROFILE)).isEqualTo(key);
            assertThat(client.keyFor(new ProfileId(UUID.randomUUID())).line()).isEqualTo(KeyLine.NONE);
            assertThat(client.keyFor(null).line()).isEqualTo(KeyLine.NONE);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Area.class,
            names = {"PROVISIONING", "ADMIN", "SYSTEM"})
    void tokenShouldNotOpenWhatIsForKeysAndAdministratorsOnly(Area area) {
        assertForbidden(tokenOf(store(aKey(true, null)), ALL), area);
    }

    @Test
    void tokenShouldHaveItsOwnScopesOnly() {
        String token = tokenOf(store(aKey(true, null)), Set.of(Scope.CHAT));

        assertThat(authenticate(token, Area.CHAT)).isNotNull();
        assertThat(authenticate(token, Area.GENERAL)).isNotNull();
        assertForbidden(token, Area.PROFILE);
    }

    @Test
    void tokenShouldBeForbiddenWhileTheOpenApiOfItsTenantIsOff() {
        assertForbidden(tokenOf(store(aKey(false, null)), ALL), Area.CHAT);
    }

    @Test
    void tokenShouldEndAtItsExpiryWithoutCountingAsAFailedAuthentication() {
        String token = tokenOf(store(aKey(true, null)), ALL);
        clock.advance(TERM.minusNanos(1));
        assertThat(authenticate(token, Area.CHAT)).isNotNull();

        clock.advance(Duration.ofNanos(1));

        assertThatThrownBy(() -> authenticate(token, Area.CHAT))
                .isInstanceOf(ExpiredTokenException.class)
                .isNotInstanceOf(InvalidApiKeyException.class)
                .hasMessage(new InvalidApiKeyException().getMessage());
    }

    @ParameterizedTest
    @EnumSource(
            value = Area.class,
            names = {"PROFILE", "CHAT", "GENERAL"})
    void tokenShouldOpenNothingOnceItsProfileIsErased(Area area) {
        ApiKey key = store(aKey(true, null));
        String token = tokenOf(key, ALL);
        profiles.erase(PROFILE);

        assertThatThrownBy(() -> authenticate(token, area)).isInstanceOf(NotFoundException.class);
        assertThat(key.status(NOW)).isEqualTo(KeyStatus.ACTIVE);
    }

    @Test
    void tokenShouldEndWithItsKey() {
        ApiKey expiring = store(aKey(true, NOW.plusSeconds(60)));
        ApiKey revoked = store(aKey(true, null));
        String ofExpiring = tokenOf(expiring, ALL);
        String ofRevoked = tokenOf(revoked, ALL);
        String ofNobody = tokenOf(aKey(true, null), ALL);

        storage.unitOfWork().inTransaction(() -> {
            storage.apiKeys().saveRevoked(revoked.revoked(NOW));
            return revoked;
        });

        assertInvalid(ofRevoked);
        assertInvalid(ofNobody);
        assertThat(validate(ofRevoked).status()).isEqualTo(KeyStatus.REVOKED);
        clock.advance(Duration.ofSeconds(60));
        assertThat(validate(ofExpiring).status()).isEqualTo(KeyStatus.EXPIRED);
        assertThatThrownBy(() -> authenticate(ofExpiring, Area.CHAT)).isInstanceOf(ExpiredTokenException.class);
    }

    @Test
    void aTokenOfTheOldKeyShouldEndWithItAfterARotation() {
        ApiKey old = store(aKey(true, null));
        ApiKey successor = new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                old.tenant(),
                old.line(),
                KeyType.CLIENT_SDK,
                "osk_two_b",
                ALL,
                NOW,
                null,
                null);
        store(successor);
        String ofOld = tokenOf(old, ALL);
        String ofSuccessor = tokenOf(successor, ALL);
        storage.unitOfWork().inTransaction(() -> {
            storage.apiKeys().saveRevoked(old.revoked(NOW));
            return old;
        });

        assertInvalid(ofOld);
        assertThat(((Principal.Client) authenticate(ofSuccessor, Area.CHAT))
                        .keyFor(PROFILE)
                        .owner())
                .isEqualTo(old.owner());
    }

    @Test
    void whatWasNotSignedShouldBeAFailedAuthentication() {
        assertInvalid("ost_two_forged");
        assertInvalid("ost_");
        assertThatThrownBy(() -> validate("ost_two_forged")).isInstanceOf(InvalidApiKeyException.class);
    }

    @Test
    void validationShouldTellTheStateAndTheEndOfTheTokenItself() {
        ApiKey key = store(aKey(true, null));
        String token = tokenOf(key, ALL);

        Validation active = validate(token);
        clock.advance(TERM);

        assertThat(active.status()).isEqualTo(KeyStatus.ACTIVE);
        assertThat(active.prefix()).isEqualTo(token.substring(0, Math.min(12, token.length())));
        assertThat(active.token()).isNotNull().satisfies(read -> assertThat(read.expiresAt())
                .isEqualTo(NOW.plus(TERM)));
        assertThat(validate(token).status()).isEqualTo(KeyStatus.EXPIRED);
    }

    @Test
    void useOfATokenShouldBeAUseOfItsKey() {
        ApiKey key = store(aKey(true, null));

        authenticate(tokenOf(key, ALL), Area.CHAT);
        uses.stop();

        assertThat(storage.apiKeys().ofTenant(key.tenant().id()).get(0).lastUsedAt())
                .isEqualTo(NOW);
    }

    @Test
    void allTokensOfAProfileShouldBeOnePrincipal() {
        ApiKey key = store(aKey(true, null));
        ApiKey other = store(aKey(true, null));
        String one = authenticate(tokenOf(key, ALL), Area.CHAT).id();

        assertThat(authenticate(tokenOf(other, Set.of(Scope.CHAT)), Area.CHAT).id())
                .isEqualTo(one);
        assertThat(one).isNotEqualTo(key.id().toString());
    }

    private Principal authenticate(String credential, Area area) {
        return authenticate.authenticate(new Command(credential, area));
    }

    private Validation validate(String credential) {
        return validate.validate(new ValidateKeyUseCase.Command(credential));
    }

    private void assertInvalid(String credential) {
        assertThatThrownBy(() -> authenticate(credential, Area.CHAT)).isInstanceOf(InvalidApiKeyException.class);
    }

    private void assertForbidden(String credential, Area area) {
        assertThat(catchThrowableOfType(DomainException.class, () -> authenticate(credential, area))
                        .code())
                .isEqualTo(ErrorCode.FORBIDDEN);
    }

    private String tokenOf(ApiKey key, Set<Scope> scopes) {
        return tokens.sign(
                ProfileToken.issue(key, PROFILE, scopes, TERM, clock.instant()),
                key.tenant().code());
    }

    private ApiKey store(ApiKey key) {
        storage.apiKeys().addIfAbsent(key, KeyHash.of(key.id().toString()), "a key");
        return key;
    }

    private static ApiKey aKey(boolean openApi, @Nullable Instant expiresAt) {
        return new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                new Tenant(new TenantId(UUID.randomUUID()), "two", "Two", Language.KO, openApi),
                new KeyLine(UUID.randomUUID()),
                KeyType.CLIENT_SDK,
                "osk_two_708f",
                ALL,
                NOW.minusSeconds(60),
                expiresAt,
                null);
    }
}
