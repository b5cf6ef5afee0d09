package com.ones1ght.application.access;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.access.AuthenticateUseCase.Command;
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
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthenticateServiceTest {
    private static final String SYSTEM_KEY = "the-key-of-the-operator-of-all-this";
    private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);
    private static final Instant EXPIRES = NOW.plus(Duration.ofDays(30));

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final Map<String, AdminToken> tokens = new HashMap<>();
    private final KeyUses uses = new KeyUses(
            storage.apiKeys(), Runnable::run, Executors.newSingleThreadScheduledExecutor(), Duration.ofMinutes(1));
    private final AuthenticateService authenticate = service(SystemKey.of(SYSTEM_KEY));
    private final ValidateKeyService validate =
            new ValidateKeyService(storage.apiKeys(), new FakeProfileTokens(), new DemoTenant(false), clock);

    @Test
    void keyShouldOpenWhatItIsForAndNothingElse() {
        ApiKey key = store("the key", KeyType.CLIENT_SDK, Set.of(Scope.CHAT), true, null, null);

        assertThat(authenticate.authenticate(new Command("the key", Area.CHAT)))
                .isEqualTo(new Principal.KeyHolder(key));
        assertForbidden("the key", Area.PROFILE);
    }

    @Test
    void unknownExpiredAndRevokedKeysShouldBeToldTheSame() {
        store("expired", KeyType.CLIENT_SDK, ALL, true, NOW, null);
        store("revoked", KeyType.CLIENT_SDK, ALL, true, null, NOW);

        for (String presented : new String[] {"unknown", "expired", "revoked", ""}) {
            assertThatThrownBy(() -> authenticate.authenticate(new Command(presented, Area.CHAT)))
                    .isInstanceOf(InvalidApiKeyException.class)
                    .hasMessage("Invalid or expired API key");
        }
    }

    @Test
    void invalidKeyShouldWinOverAForbiddenArea() {
        store("expired", KeyType.CLIENT_SDK, Set.of(), false, NOW, null);

        assertThatThrownBy(() -> authenticate.authenticate(new Command("expired", Area.ADMIN)))
                .isInstanceOf(InvalidApiKeyException.class);
    }

    @Test
    void keyShouldStopOpeningAtItsExpiry() {
        store("the key", KeyType.CLIENT_SDK, ALL, true, EXPIRES, null);
        assertThat(authenticate.authenticate(new Command("the key", Area.CHAT))).isNotNull();

        clock.advance(Duration.ofDays(30));

        assertThatThrownBy(() -> authenticate.authenticate(new Command("the key", Area.CHAT)))
                .isInstanceOf(InvalidApiKeyException.class);
    }

    @Test
    void validationShouldTellTheStateOfAnyKeyThatExists() {
        ApiKey active = store("active", KeyType.CLIENT_SDK, ALL, true, EXPIRES, null);
        store("expired", KeyType.CLIENT_SDK, ALL, false, NOW, null);
        store("revoked", KeyType.CLIENT_SDK, ALL, true, NOW, NOW);

        assertThat(validate.validate(new ValidateKeyUseCase.Command("active")))
                .isEqualTo(new ValidateKeyUseCase.Validation(active, null, active.prefix(), KeyStatus.ACTIVE));
        assertThat(status("expired")).isEqualTo(KeyStatus.EXPIRED);
        assertThat(status("revoked")).isEqualTo(KeyStatus.REVOKED);
        assertThatThrownBy(() -> status("unknown")).isInstanceOf(InvalidApiKeyException.class);
    }

    @Test
    void commandsShouldNotShowTheKey() {
        assertThat(new Command("osk_two_secret", Area.CHAT).toString()).doesNotContain("osk_two_secret");
        assertThat(new ValidateKeyUseCase.Command("osk_two_secret").toString()).doesNotContain("osk_two_secret");
    }

    @Test
    void noCredentialShouldBeToldLikeAWrongOne() {
        assertThatThrownBy(() -> authenticate.authenticate(new Command(null, Area.CHAT)))
                .isInstanceOf(InvalidApiKeyException.class);
    }

    @Test
    void theSystemKeyShouldOpenTheSystemAndNoTenantsData() {
        assertThat(authenticate.authenticate(new Command(SYSTEM_KEY, Area.SYSTEM)))
                .isEqualTo(new Principal.Operator());
        assertForbidden(SYSTEM_KEY, Area.ADMIN);
    }

    @Test
    void withoutASystemKeyNothingShouldOpenTheSystem() {
        store("oak_two_a", KeyType.ADMIN, Set.of(), true, null, null);
        AuthenticateService closed = service(null);

        for (String presented : new String[] {"oak_two_a", SYSTEM_KEY, "unknown"}) {
            assertThat(catchThrowableOfType(
                                    DomainException.class,
                                    () -> closed.authenticate(new Command(presented, Area.SYSTEM)))
                            .code())
                    .isEqualTo(ErrorCode.FORBIDDEN);
        }
    }

    @Test
    void aTokenShouldOpenItsTenantsAdministrationAlone() {
        Tenant tenant = storage.aTenant();
        tokens.put("a.b.c", new AdminToken("jane", tenant.code(), true));

        assertThat(authenticate.authenticate(new Command("a.b.c", Area.ADMIN)))
                .isEqualTo(new Principal.TokenHolder(tenant, "jane"));
        assertForbidden("a.b.c", Area.SYSTEM);
    }

    @Test
    void aTokenThatNamesNoTenantOrNoAdminShouldOpenNothing() {
        tokens.put("a.b.c", new AdminToken("jane", storage.aTenant().code(), false));
        tokens.put("d.e.f", new AdminToken("jane", "nobody", true));

        assertForbidden("a.b.c", Area.ADMIN);
        for (String token : new String[] {"d.e.f", "x.y.z"}) {
            assertThatThrownBy(() -> authenticate.authenticate(new Command(token, Area.ADMIN)))
                    .isInstanceOf(InvalidApiKeyException.class);
        }
    }

    @Test
    void aKeyShouldNeverBeTakenForAToken() {
        tokens.put("oak_two_a.b.c", new AdminToken("jane", storage.aTenant().code(), true));

        assertThatThrownBy(() -> authenticate.authenticate(new Command("oak_two_a.b.c", Area.ADMIN)))
                .isInstanceOf(InvalidApiKeyException.class);
    }

    @Test
    void whenAKeyWasLastUsedShouldBeStoredWithoutAWriteForEachUse() {
        ApiKey key = store("the key", KeyType.CLIENT_SDK, ALL, true, null, null);
        authenticate.authenticate(new Command("the key", Area.CHAT));
        assertThat(storage.apiKeys().ofTenant(key.tenant().id()).get(0).lastUsedAt())
                .isNull();

        uses.stop();

        assertThat(storage.apiKeys().ofTenant(key.tenant().id()).get(0).lastUsedAt())
                .isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void keysOfTheDemoTenantShouldOpenOnlyWhileTheDemonstrationIsOn(KeyType type) {
        Tenant tenant = new Tenant(new TenantId(UUID.randomUUID()), DemoTenant.CODE, "Demo", Language.KO, true);
        ApiKey key = store("a demo key", tenant, type, ALL, null, null);
        Command command = new Command("a demo key", Area.GENERAL);

        assertThatThrownBy(() -> service(null, new DemoTenant(false)).authenticate(command))
                .isInstanceOf(InvalidApiKeyException.class);
        assertThatThrownBy(() -> status("a demo key")).isInstanceOf(InvalidApiKeyException.class);
        assertThat(service(null, new DemoTenant(true)).authenticate(command)).isEqualTo(new Principal.KeyHolder(key));
    }

    @Test
    void keysOfOtherTenantsShouldOpenWhileTheDemonstrationIsOff() {
        ApiKey key = store("the key", KeyType.CLIENT_SDK, ALL, true, null, null);

        assertThat(service(null, new DemoTenant(false)).authenticate(new Command("the key", Area.CHAT)))
                .isEqualTo(new Principal.KeyHolder(key));
    }

    private AuthenticateService service(@Nullable SystemKey systemKey) {
        return service(systemKey, new DemoTenant(false));
    }

    private AuthenticateService service(@Nullable SystemKey systemKey, DemoTenant demo) {
        return new AuthenticateService(
                storage.apiKeys(),
                systemKey,
                token -> Optional.ofNullable(tokens.get(token)),
                new FakeProfileTokens(),
                new FakeTokenProfiles(),
                storage.tenants(),
                uses,
                demo,
                clock);
    }

    private KeyStatus status(String presented) {
        return validate.validate(new ValidateKeyUseCase.Command(presented)).status();
    }

    private void assertForbidden(String presented, Area area) {
        DomainException refusal = catchThrowableOfType(
                DomainException.class, () -> authenticate.authenticate(new Command(presented, area)));
        assertThat(refusal.code()).isEqualTo(ErrorCode.FORBIDDEN);
    }

    private ApiKey store(
            String presented,
            KeyType type,
            Set<Scope> scopes,
            boolean openApi,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {
        Tenant tenant = new Tenant(new TenantId(UUID.randomUUID()), "two", "Two", Language.KO, openApi);
        return store(presented, tenant, type, scopes, expiresAt, revokedAt);
    }

    private ApiKey store(
            String presented,
            Tenant tenant,
            KeyType type,
            Set<Scope> scopes,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {
        ApiKey key = new ApiKey(
                new ApiKeyId(UUID.randomUUID()),
                tenant,
                new KeyLine(UUID.randomUUID()),
                type,
                "osk_two_708f",
                scopes,
                NOW.minusSeconds(60),
                expiresAt,
                revokedAt);
        storage.apiKeys().addIfAbsent(key, KeyHash.of(presented), "a key");
        return key;
    }
}
