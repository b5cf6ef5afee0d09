package com.ones1ght.application.access;

import static com.ones1ght.application.shared.port.StorageFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ones1ght.application.credit.ChangeCreditsService;
import com.ones1ght.application.credit.ChangeCreditsUseCase;
import com.ones1ght.application.onboarding.CreateTenantService;
import com.ones1ght.application.onboarding.CreateTenantUseCase;
import com.ones1ght.application.shared.InMemoryStorage;
import com.ones1ght.application.shared.MutableClock;
import com.ones1ght.application.shared.PageRequest;
import com.ones1ght.application.tenant.ChangeTenantService;
import com.ones1ght.application.tenant.ChangeTenantUseCase;
import com.ones1ght.application.tenant.ReplaceSettingsService;
import com.ones1ght.application.tenant.ReplaceSettingsUseCase;
import com.ones1ght.application.tenant.TenantAccount;
import com.ones1ght.application.tenant.TenantSettings;
import com.ones1ght.domain.access.Actor;
import com.ones1ght.domain.access.ApiKey;
import com.ones1ght.domain.access.ApiKeyId;
import com.ones1ght.domain.access.KeyStatus;
import com.ones1ght.domain.access.KeyTerm;
import com.ones1ght.domain.access.KeyType;
import com.ones1ght.domain.access.Scope;
import com.ones1ght.domain.audit.AuditAction;
import com.ones1ght.domain.audit.AuditEntry;
import com.ones1ght.domain.shared.DisplayName;
import com.ones1ght.domain.shared.DomainException;
import com.ones1ght.domain.shared.ErrorCode;
import com.ones1ght.domain.shared.InvalidRequestException;
import com.ones1ght.domain.shared.Language;
import com.ones1ght.domain.shared.NotFoundException;
import com.ones1ght.domain.tenant.StageFlow;
import com.ones1ght.domain.tenant.Tenant;
import com.ones1ght.domain.tenant.TenantCode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tenants, keys, credits and settings, as operators and admins change them. */
class AdministrationServicesTest {

    private static final Actor JANE = Actor.ofToken("jane", "request-1");
    private static final DisplayName NAME = new DisplayName("A name");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MutableClock clock = new MutableClock(NOW);
    private final AtomicInteger announced = new AtomicInteger();
    private final AtomicInteger drawn = new AtomicInteger();
    private final KeyIssue issue = new KeyIssue(
            storage.apiKeys(), () -> "%064x".formatted(drawn.incrementAndGet()), storage.auditLog(), UUID::randomUUID);
    private final CreateTenantService createTenant = new CreateTenantService(
            storage.tenants(),
            storage.credits(),
            issue,
            storage.auditLog(),
            storage.unitOfWork(),
            UUID::randomUUID,
            clock);
    private final CreateKeyService createKey =
            new CreateKeyService(storage.apiKeys(), issue, storage.unitOfWork(), clock);
    private final RevokeKeyService revokeKey = new RevokeKeyService(
            storage.apiKeys(), storage.auditLog(), storage.unitOfWork(), announced::incrementAndGet, clock);
    private final ListKeysService listKeys = new ListKeysService(storage.apiKeys(), clock);
    private final ChangeTenantService changeTenant = new ChangeTenantService(
            storage.tenants(), storage.auditLog(), storage.unitOfWork(), announced::incrementAndGet, clock);
    private final ChangeCreditsService changeCredits = new ChangeCreditsService(
            storage.tenants(), storage.credits(), storage.auditLog(), storage.unitOfWork(), clock);
    private final ReplaceSettingsService replaceSettings = new ReplaceSettingsService(
            storage.tenants(), storage.auditLog(), storage.unitOfWork(), announced::incrementAndGet, clock);

    private final CreateTenantUseCase.Created created =
            createTenant.create(new CreateTenantUseCase.Command(JANE, new TenantCode("two"), NAME, Language.JA, 5));
    private final Tenant tenant = created.tenant();

    private List<AuditEntry> audit() {
        return storage.auditLog()
                .page(tenant.id(), new PageRequest(0, 100, PageRequest.Order.ASC))
                .items();
    }

    private List<StoredKey> keys() {
        return storage.apiKeys().ofTenant(tenant.id());
    }

    private IssuedKey aKey(KeyType type, @Nullable Set<Scope> scopes, @Nullable ApiKeyId succeeds) {
        clock.advance(Duration.ofSeconds(1));
        return createKey.create(
                new CreateKeyUseCase.Command(JANE, tenant, NAME, type, KeyTerm.DEFAULT, scopes, succeeds));
    }

    @Test
    void theOperatorsAdminKeyShouldBeTheTenantsAndBeToldOf() {
        Tenant other = storage.aTenant();

        IssuedKey issued = new IssueAdminKeyService(storage.tenants(), issue, storage.unitOfWork(), clock)
                .issue(new IssueAdminKeyUseCase.Command(
                        Actor.operator("request-9"), other.code(), new DisplayName("again"), KeyTerm.DEFAULT));

        assertThat(issued.stored().key().type()).isEqualTo(KeyType.ADMIN);
        assertThat(issued.stored().key().tenant()).isEqualTo(other);
        assertThat(storage.auditLog()
                        .page(other.id(), new PageRequest(0, 10, PageRequest.Order.ASC))
                        .items())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.action()).isEqualTo(AuditAction.KEY_CREATED);
                    assertThat(told.details().get("expires_at"))
                            .as("in whole seconds")
                            .matches("[0-9-]{10}T[0-9:]{8}Z");
                });
        assertThatThrownBy(() -> new IssueAdminKeyService(storage.tenants(), issue, storage.unitOfWork(), clock)
                        .issue(new IssueAdminKeyUseCase.Command(
                                Actor.operator("request-9"), "nobody", new DisplayName("x"), KeyTerm.DEFAULT)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aNewTenantShouldHaveItsAccountAndItsFirstAdminKey() {
        assertThat(storage.credits().balance(tenant.id())).isEqualTo(5);
        ApiKey first = keys().get(0).key();
        assertThat(first.type()).isEqualTo(KeyType.ADMIN);
        assertThat(first.expiresAt()).isNull();
        assertThat(storage.apiKeys().find(created.adminKey().hash())).contains(first);
        assertThat(created.adminKey().text()).isEqualTo("oak_two_" + "%064x".formatted(1));
        assertThat(audit())
                .extracting(AuditEntry::action)
                .containsExactly(AuditAction.TENANT_CREATED, AuditAction.KEY_CREATED);
    }

    @Test
    void aSecondTenantOfTheSameCodeShouldBeRefusedAndLeaveNothing() {
        DomainException refusal = catchThrowableOfType(
                DomainException.class,
                () -> createTenant.create(
                        new CreateTenantUseCase.Command(JANE, new TenantCode("two"), NAME, Language.EN, 9)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(keys()).hasSize(1);
        assertThat(storage.credits().balance(tenant.id())).isEqualTo(5);
    }

    @Test
    void aNewClientKeyShouldHaveAllScopesAndItsTermAndBeWrittenDownWithoutItsSecret() {
        IssuedKey key = aKey(KeyType.CLIENT_SDK, null, null);

        assertThat(key.stored().key().scopes()).containsExactlyInAnyOrder(Scope.values());
        assertThat(key.stored().key().expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(audit().toString()).doesNotContain(key.plain().text());
        assertThat(key.toString()).doesNotContain(key.plain().text());
    }

    @Test
    void aSuccessorShouldBeOfTheSameLineAndTakeOverTheScopes() {
        IssuedKey old = aKey(KeyType.CLIENT_SDK, EnumSet.of(Scope.CHAT), null);
        IssuedKey next = aKey(KeyType.CLIENT_SDK, null, old.stored().key().id());
        IssuedKey last = aKey(KeyType.CLIENT_SDK, null, next.stored().key().id());

        assertThat(last.stored().key().line()).isEqualTo(old.stored().key().line());
        assertThat(last.stored().key().scopes()).containsExactly(Scope.CHAT);
        assertThat(last.stored().key().owner()).isEqualTo(old.stored().key().owner());
    }

    @Test
    void nothingButAClientKeyOfTheTenantShouldBeSucceeded() {
        IssuedKey admin = aKey(KeyType.ADMIN, null, null);

        assertThatThrownBy(() -> aKey(KeyType.CLIENT_SDK, null, new ApiKeyId(UUID.randomUUID())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        aKey(KeyType.CLIENT_SDK, null, admin.stored().key().id()))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> aKey(KeyType.ADMIN, null, admin.stored().key().id()))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> aKey(KeyType.ADMIN, EnumSet.of(Scope.CHAT), null))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> aKey(KeyType.CLIENT_SDK, Set.of(), null)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aRevokedKeyShouldStayRevokedAndBeWrittenDownOnce() {
        IssuedKey key = aKey(KeyType.CLIENT_SDK, null, null);
        ApiKeyId id = key.stored().key().id();

        revokeKey.revoke(new RevokeKeyUseCase.Command(JANE, tenant.id(), id));
        revokeKey.revoke(new RevokeKeyUseCase.Command(JANE, tenant.id(), id));

        assertThat(listKeys.list(new ListKeysUseCase.Query(tenant.id())))
                .filteredOn(listed -> listed.stored().key().id().equals(id))
                .extracting(ListKeysUseCase.Listed::status)
                .containsExactly(KeyStatus.REVOKED);
        assertThat(audit())
                .filteredOn(entry -> entry.action() == AuditAction.KEY_REVOKED)
                .hasSize(1);
        assertThat(announced).hasValue(2);
    }

    @Test
    void theLastAdminKeyShouldNotBeRevoked() {
        ApiKeyId first = keys().get(0).key().id();
        assertThat(catchThrowableOfType(
                                DomainException.class,
                                () -> revokeKey.revoke(new RevokeKeyUseCase.Command(JANE, tenant.id(), first)))
                        .code())
                .isEqualTo(ErrorCode.CONFLICT);

        aKey(KeyType.ADMIN, null, null);
        revokeKey.revoke(new RevokeKeyUseCase.Command(JANE, tenant.id(), first));

        assertThat(keys().get(0).key().status(clock.instant())).isEqualTo(KeyStatus.REVOKED);
    }

    @Test
    void anotherTenantsKeyShouldNotBeFound() {
        Tenant other = createTenant
                .create(new CreateTenantUseCase.Command(JANE, new TenantCode("other"), NAME, Language.EN, 0))
                .tenant();
        ApiKeyId key = keys().get(0).key().id();

        assertThatThrownBy(() -> revokeKey.revoke(new RevokeKeyUseCase.Command(JANE, other.id(), key)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aTenantShouldBeRenamedAndItsOpenApiSwitchedOff() {
        TenantAccount changed =
                changeTenant.change(new ChangeTenantUseCase.Command(JANE, "two", new DisplayName("Three"), false));

        assertThat(changed.tenant().name()).isEqualTo("Three");
        assertThat(changed.tenant().openApiEnabled()).isFalse();
        assertThat(storage.tenants().byCode("two")).contains(changed.tenant());
        changeTenant.change(new ChangeTenantUseCase.Command(JANE, "two", null, null));
        assertThat(audit())
                .filteredOn(entry -> entry.action() == AuditAction.TENANT_CHANGED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("name", "Three")
                        .containsEntry("open_api_enabled", "false"));
        assertThatThrownBy(() -> changeTenant.change(new ChangeTenantUseCase.Command(JANE, "no", null, true)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void creditsShouldChangeByHandAndNeverGoBelowZero() {
        assertThat(changeCredits.change(new ChangeCreditsUseCase.Command(JANE, "two", 10, " bought ")))
                .isEqualTo(15);
        assertThat(catchThrowableOfType(
                                DomainException.class,
                                () -> changeCredits.change(new ChangeCreditsUseCase.Command(JANE, "two", -16, "back")))
                        .code())
                .isEqualTo(ErrorCode.CONFLICT);

        assertThat(storage.credits().balance(tenant.id())).isEqualTo(15);
        assertThat(audit())
                .filteredOn(entry -> entry.action() == AuditAction.CREDITS_CHANGED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("reason", "bought"));
        assertThatThrownBy(() -> new ChangeCreditsUseCase.Command(JANE, "two", 0, "none"))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> new ChangeCreditsUseCase.Command(JANE, "two", 1, " "))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void settingsShouldBeReplacedAndTheNodesToldOf() {
        TenantSettings settings = new TenantSettings(Language.EN, new StageFlow(List.of("READY", "CHAT")), 30);
        ReplaceSettingsUseCase.Command command = new ReplaceSettingsUseCase.Command(JANE, tenant.id(), settings);

        assertThat(replaceSettings.replace(command)).isEqualTo(settings);
        replaceSettings.replace(command);

        assertThat(storage.tenants().settings(tenant.id())).isEqualTo(settings);
        assertThat(audit())
                .filteredOn(entry -> entry.action() == AuditAction.SETTINGS_CHANGED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("default_locale", "en")
                        .containsEntry("session_flow", "READY,CHAT")
                        .containsEntry("signage_timeout_seconds", "30"));
        assertThat(announced).hasValue(2);
        assertThatThrownBy(() -> new TenantSettings(Language.EN, null, 0)).isInstanceOf(InvalidRequestException.class);
    }
}
